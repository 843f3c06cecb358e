package dev.eso4j.provider.builtin.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.provider.kit.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A service over TLS that keeps JSON below {@code /secrets/}: GET reads, POST writes the whole or the property of header
 * {@code X-Property}, DELETE deletes. Other paths answer what a test says. Everybody must have the token, if there is one.
 */
final class WebhookServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // Or each answer on a kept connection takes 40 ms.
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable String token;

    /** One request as it came. */
    record Request(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    WebhookServer() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.system()
                .identifiedBy(pem("server.pem"), SecretValue.of(pem("server-pkcs8.key")))
                .context()));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.createContext("/secrets/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static String pem(String name) {
        try (InputStream in = WebhookServer.class.getResourceAsStream("/tls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    void accept(String newToken) {
        token = newToken;
    }

    void put(String key, String json) {
        secrets.put(key, json);
    }

    @Nullable
    String get(String key) {
        return secrets.get(key);
    }

    List<Request> requests() {
        return requests;
    }

    void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            record(exchange);
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    void answer(String path, int status, String body) {
        on(path, exchange -> send(exchange, status, body));
    }

    private Request record(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        return request;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = record(exchange);
            if (token != null && !request.header("Authorization").equals("Bearer " + token)) {
                send(exchange, 401, "");
                return;
            }
            String key = URLDecoder.decode(
                    exchange.getRequestURI().getRawPath().substring("/secrets/".length()), StandardCharsets.UTF_8);
            String property = request.header("X-property");
            switch (request.method()) {
                case "GET" -> {
                    String found = secrets.get(key);
                    send(exchange, found == null ? 404 : 200, found == null ? "" : found);
                }
                case "POST" -> {
                    secrets.compute(
                            key, (k, old) -> property.isEmpty() ? request.body() : with(old, property, request.body()));
                    send(exchange, 200, "");
                }
                default -> {
                    String old = secrets.get(key);
                    secrets.computeIfPresent(key, (k, json) -> property.isEmpty() ? null : with(json, property, null));
                    send(exchange, old == null ? 404 : 204, "");
                }
            }
        }
    }

    private static String with(@Nullable String json, String property, @Nullable String value) {
        try {
            ObjectNode node = json == null ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(json);
            if (value == null) {
                node.remove(property);
            } else {
                node.put(property, value);
            }
            return node.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 || status == 204 || status == 304 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
