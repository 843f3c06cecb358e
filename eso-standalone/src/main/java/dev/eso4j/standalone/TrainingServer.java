package dev.eso4j.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Plays an API server that holds two stores, ExternalSecrets that were never synced, and one that was, with its target, and
 * the service that one of the stores calls; it believes all that is written and remembers none of it. Speaks TLS if the JDK's keytool is there to make a certificate.
 */
final class TrainingServer implements AutoCloseable {
    private static final String METADATA = """
            "metadata":{"name":"%s","namespace":"training","uid":"%s","resourceVersion":"7","generation":1,\
            "creationTimestamp":"2020-01-01T00:00:00Z","labels":{"a":"b"},"annotations":{"c":"d"},\
            "managedFields":[{"manager":"training"}]}""";

    private static final String STATUS = """
            "status":{"refreshTime":"2020-01-01T00:00:00Z","syncedResourceVersion":"1-x","binding":{"name":"t"},\
            "conditions":[{"type":"Ready","status":"True","reason":"SecretSynced","message":"secret synced",\
            "lastTransitionTime":"2020-01-01T00:00:00Z"}]}""";

    private static final String SPEC = """
            "spec":{"refreshInterval":"1h","secretStoreRef":{"name":"training","kind":"ClusterSecretStore"},\
            "target":{"creationPolicy":"Owner","deletionPolicy":"Retain"},\
            "data":[{"secretKey":"one","remoteRef":{"key":"a","property":"b"}}]}""";

    private static final String HOOKED = SPEC.replace("\"name\":\"training\"", "\"name\":\"hook\"");

    private static final String SECRET = "\"data\":{\"one\":\"Yg==\"},\"type\":\"Opaque\"";

    private static final String STORE = """
            "spec":{"provider":{"fake":{"data":[{"key":"a","value":"{\\"b\\":\\"c\\"}"}]}}}""";

    private static final String HOOK = """
            "spec":{"provider":{"webhook":{"url":"%s/hook/{{ .remoteRef.key }}","headers":{"X-A":"{{ .remoteRef.property }}"},\
            "result":{"jsonPath":"$.value"}%s}}}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** What must have happened: a first sync, a call of the webhook, and the first sync that needed it. */
    private final Map<String, CountDownLatch> done =
            Map.of("new", new CountDownLatch(1), "hook", new CountDownLatch(1), "hooked", new CountDownLatch(1));

    private final String certificate;

    private TrainingServer(HttpServer server, String certificate) {
        this.server = server;
        this.certificate = certificate;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static TrainingServer start() throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Path directory = Files.createTempDirectory("eso-training");
        Path store = directory.resolve("keys.p12");
        String password = UUID.randomUUID().toString();
        try {
            if (!makeKey(store, password)) {
                return new TrainingServer(HttpServer.create(address, 16), "");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, password.toCharArray());
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            HttpsServer server = HttpsServer.create(address, 16);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            byte[] certificate = keys.getCertificate("training").getEncoded();
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate) + "\n-----END CERTIFICATE-----\n";
            return new TrainingServer(
                    server, Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the training cannot be used", e);
        } finally {
            Files.deleteIfExists(store);
            Files.delete(directory);
        }
    }

    private static boolean makeKey(Path store, String password) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(keytool)) {
            return false;
        }
        ProcessBuilder keytoolRun = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "training",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=training",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "TRAINING_KEY")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytoolRun.environment().put("TRAINING_KEY", password);
        return keytoolRun.start().waitFor() == 0;
    }

    String kubeconfig() {
        return """
                {"apiVersion": "v1", "kind": "Config", "current-context": "t",
                 "clusters": [{"name": "t", "cluster": {"server": "%s"%s}}],
                 "users": [{"name": "t", "user": {"token": "t"}}],
                 "contexts": [{"name": "t", "context": {"cluster": "t", "user": "t"}}]}
                """.formatted(
                address(), certificate.isEmpty() ? "" : ", \"certificate-authority-data\": \"" + certificate + "\"");
    }

    private String address() {
        return (certificate.isEmpty() ? "http" : "https") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** Returns whether ExternalSecrets of both stores were synced in time. */
    boolean awaitSyncs(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (CountDownLatch each : done.values()) {
            if (!each.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void happened(String what) {
        CountDownLatch latch = done.get(what);
        if (latch != null) {
            latch.countDown();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String kind = path.substring(path.lastIndexOf('/') + 1);
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (query.contains("watch=1")) {
            exchange.sendResponseHeaders(200, 0);
            return; // Ends with the server.
        }
        boolean hook = path.startsWith("/hook/");
        try (exchange) {
            byte[] body = (hook
                            ? "{\"value\":\"{\\\"b\\\":\\\"c\\\"}\"}"
                            : body(exchange.getRequestMethod(), kind, query, sent))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, 0);
            exchange.getResponseBody().write(body);
        }
        if (hook) {
            happened("hook");
        } else if (kind.equals("status") && path.contains("/externalsecrets/")) {
            happened(path.substring(path.indexOf("/externalsecrets/") + 17, path.lastIndexOf('/')));
        }
    }

    private String body(String method, String kind, String query, String sent) {
        if (method.equals("POST")) {
            return sent.replaceFirst("\"metadata\":\\{", "\"metadata\":{\"resourceVersion\":\"8\",");
        }
        if (!method.equals("GET")) {
            return object("new", SPEC + "," + STATUS);
        }
        if (kind.equals("old")) {
            return object("old", SECRET);
        }
        boolean more =
                kind.equals("externalsecrets") && !query.contains("continue") && !query.contains("fieldSelector");
        String items = switch (kind) {
            case "clustersecretstores" ->
                store("training", STORE) + ","
                        + store(
                                "hook",
                                HOOK.formatted(
                                        address(),
                                        certificate.isEmpty() ? "" : ",\"caBundle\":\"" + certificate + "\""));
            case "externalsecrets" ->
                more ? object("old", SPEC + "," + STATUS) : object("new", SPEC) + "," + object("hooked", HOOKED);
            case "secrets" -> object("old", SECRET);
            default -> "";
        };
        return "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[" + items
                + "],\"metadata\":{\"resourceVersion\":\"9\"" + (more ? ",\"continue\":\"x\"" : "") + "}}";
    }

    /** In no namespace: one that had a namespace would not be found. */
    private static String store(String name, String rest) {
        return object(name, rest).replace("\"namespace\":\"training\",", "");
    }

    private static String object(String name, String rest) {
        return "{" + METADATA.formatted(name, name) + "," + rest + "}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
