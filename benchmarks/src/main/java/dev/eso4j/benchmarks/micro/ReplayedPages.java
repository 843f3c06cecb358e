package dev.eso4j.benchmarks.micro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API server that has nothing but two lists, each made of one recorded item, in pages of 500. */
final class ReplayedPages implements AutoCloseable {
    private static final int PAGE = 500;
    private static final String GROUP = "external-secrets.io/v1";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final int pages;

    static ReplayedPages start(int objects) {
        try {
            return new ReplayedPages(objects);
        } catch (IOException e) {
            throw new UncheckedIOException("the server of recorded pages does not start", e);
        }
    }

    private ReplayedPages(int objects) throws IOException {
        pages = objects / PAGE;
        server.setExecutor(threads);
        serve("/apis/" + GROUP + "/externalsecrets", GROUP, "ExternalSecretList", "externalsecret.json");
        serve("/api/v1/secrets", "v1", "SecretList", "secret.json");
        server.start();
    }

    String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {token: none}}]
                """.formatted(server.getAddress().getPort());
    }

    private void serve(String path, String apiVersion, String kind, String resource) throws IOException {
        String item = recorded(resource);
        byte[] items = (",\"items\":[" + String.join(",", Collections.nCopies(PAGE, item)) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            int page = page(exchange);
            String next = page + 1 < pages ? ",\"continue\":\"" + (page + 1) + "\"" : "";
            byte[] head = ("{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + apiVersion
                            + "\",\"metadata\":{\"resourceVersion\":\"7000\"" + next + "}")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, head.length + items.length);
                exchange.getResponseBody().write(head);
                exchange.getResponseBody().write(items);
            }
        });
    }

    private static int page(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int at = query.indexOf("continue=");
        return at < 0 ? 0 : Integer.parseInt(query.substring(at + 9).split("&")[0]);
    }

    private static String recorded(String resource) throws IOException {
        try (InputStream in = ReplayedPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the recording " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
