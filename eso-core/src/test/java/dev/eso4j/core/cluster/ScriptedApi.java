package dev.eso4j.core.cluster;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API server that answers as it is told to, one answer per request, and remembers what it was asked. */
final class ScriptedApi implements AutoCloseable {
    /** What was asked. */
    record Asked(String line, Headers headers, String body) {}

    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ScriptedApi then(Answer answer) {
        script.add(answer);
        return this;
    }

    ScriptedApi then(int code, String body, String... headers) {
        return then(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = script.poll();
            if (answer == null) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                answer.give(exchange);
            }
        }
    }

    KubernetesClusterBuilder client() {
        return KubernetesCluster.builder().kubeconfig("""
                        apiVersion: v1
                        kind: Config
                        current-context: c
                        contexts: [{name: c, context: {cluster: c, user: u}}]
                        clusters: [{name: c, cluster: {server: "%s"}}]
                        users: [{name: u, user: {token: first}}]
                        """.formatted(url()));
    }

    static String status(int code, String reason, String message, String details) {
        return """
               {"kind":"Status","apiVersion":"v1","status":"Failure","code":%d,"reason":"%s","message":"%s","details":{%s}}
               """.formatted(code, reason, message, details);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
