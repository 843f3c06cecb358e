package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A list of 50,000 ExternalSecrets")
class ListInPagesTest {
    private static final int ITEMS = 50_000;
    private static final int PAGE = 500;
    private static final String HEAP = "-Xmx16m";
    private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");
    private static final Pattern CONTINUE = Pattern.compile("continue=(\\d+)");

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().toString();
            asked.add(query);
            int from = number(CONTINUE, query, 0);
            int to = Math.min(ITEMS, from + number(LIMIT, query, ITEMS));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                String next = to < ITEMS ? ",\"continue\":\"" + to + "\"" : "";
                write(
                        body,
                        "{\"kind\":\"ExternalSecretList\",\"apiVersion\":\"external-secrets.io/v1\","
                                + "\"metadata\":{\"resourceVersion\":\"77\"" + next + "},\"items\":[");
                for (int i = from; i < to; i++) {
                    write(body, (i == from ? "" : ",") + item(i));
                }
                write(body, "]}");
            }
        }
    }

    private static int number(Pattern pattern, String query, int otherwise) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private void write(OutputStream body, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sent.addAndGet(bytes.length);
        body.write(bytes);
    }

    private static String item(int i) {
        return """
                {"apiVersion":"external-secrets.io/v1","kind":"ExternalSecret","metadata":{"name":"es-%1$d",\
                "namespace":"team-%2$d","uid":"00000000-0000-0000-0000-%1$012d","resourceVersion":"%1$d","generation":1,\
                "labels":{"app.kubernetes.io/name":"service-%1$d","app.kubernetes.io/part-of":"shop"},\
                "managedFields":[{"manager":"kubectl","operation":"Apply","apiVersion":"external-secrets.io/v1",\
                "fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:data":{},"f:secretStoreRef":{"f:name":{}}}}}]},\
                "spec":{"refreshInterval":"1h","secretStoreRef":{"name":"store"},"target":{"name":"es-%1$d"},\
                "data":[{"secretKey":"a","remoteRef":{"key":"path/of/%1$d","property":"a"}},\
                {"secretKey":"b","remoteRef":{"key":"path/of/%1$d","property":"b"}}]},\
                "status":{"refreshTime":"2026-03-02T10:00:00Z","syncedResourceVersion":"1-abc","conditions":\
                [{"type":"Ready","status":"True","reason":"SecretSynced","message":"secret synced",\
                "lastTransitionTime":"2026-03-02T10:00:00Z"}]}}""".formatted(i, i % 100);
    }

    @Test
    @DisplayName("is read page by page and item by item: in a heap of 16 MB, a fraction of what the server sends")
    void bounded() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::page);
        server.start();
        try {
            Path config = Files.writeString(
                    folder.resolve("config"), """
                    current-context: c
                    contexts: [{name: c, context: {cluster: c, user: u}}]
                    clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                    users: [{name: u, user: {token: t}}]
                    """.formatted(server.getAddress().getPort()));
            Path output = folder.resolve("output");
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ManyPages.class.getName(),
                            config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(child.waitFor(120, TimeUnit.SECONDS)).as("it ended").isTrue();
            } finally {
                child.destroyForcibly();
            }
            assertThat(Files.readString(output)).contains(ITEMS + " as of 77").doesNotContain("OutOfMemoryError");
            assertThat(child.exitValue()).isZero();
            assertThat(asked).hasSize(ITEMS / PAGE).allMatch(q -> q.contains("limit=" + PAGE));
            assertThat(sent.get()).as("bytes that were sent").isGreaterThan(2 * 16L * 1024 * 1024);
        } finally {
            server.stop(0);
        }
    }
}
