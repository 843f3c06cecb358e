package dev.eso4j.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The small HTTP servers of the operator: metrics; health, readiness and the debug page. Each owns two threads until it is closed. */
final class HttpEndpoints implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private HttpEndpoints(String flag, String address, String name) {
        try {
            server = HttpServer.create(parse(flag, address), 16);
        } catch (IOException e) {
            throw new UsageException("--" + flag + "=" + address + ": the address cannot be listened on: "
                    + e.getMessage() + "; choose another, or 0 for none");
        }
        threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "eso-http-" + name);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /** Returns the server of metrics, or nothing if it is switched off. */
    static @Nullable HttpEndpoints metrics(String address, Supplier<String> text) {
        if (address.equals("0") || address.isEmpty()) {
            return null;
        }
        HttpEndpoints endpoints = new HttpEndpoints("metrics-addr", address, "metrics");
        endpoints.server.createContext("/metrics", exchange -> {
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text.get());
        });
        endpoints.server.start();
        return endpoints;
    }

    /**
     * Returns the server of health and readiness, or nothing if it is switched off.
     *
     * @param alive what is wrong with the process; empty if nothing is
     * @param ready what it still waits for; empty if for nothing
     * @param debug what the debug page shows; {@code null} for no such page
     */
    static @Nullable HttpEndpoints health(
            String address, Supplier<String> alive, Supplier<String> ready, @Nullable Protected debug) {
        if (address.equals("0") || address.isEmpty()) {
            return null;
        }
        HttpEndpoints endpoints = new HttpEndpoints("live-addr", address, "health");
        endpoints.server.createContext("/healthz", exchange -> check(exchange, "healthz", alive));
        endpoints.server.createContext("/readyz", exchange -> check(exchange, "readyz", ready));
        if (debug != null) {
            endpoints.server.createContext("/debug/state", exchange -> show(exchange, debug));
        }
        endpoints.server.start();
        return endpoints;
    }

    /** A page in JSON that only who has the token may see. */
    record Protected(DebugToken token, Supplier<String> json) {}

    private static void show(HttpExchange exchange, Protected page) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (!page.token.permits(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            answer(exchange, 401, "text/plain; charset=utf-8", "send the token: Authorization: Bearer TOKEN\n");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            answer(exchange, 405, "text/plain; charset=utf-8", "only GET is answered\n");
        } else if (!exchange.getRequestURI().getPath().equals("/debug/state")) {
            answer(exchange, 404, "text/plain; charset=utf-8", "there is /debug/state only\n");
        } else {
            answer(exchange, 200, "application/json", page.json.get());
        }
    }

    /** Returns the port, which the system has chosen if it was given as 0. */
    int port() {
        return server.getAddress().getPort();
    }

    private static void check(HttpExchange exchange, String name, Supplier<String> problem) throws IOException {
        String wrong = problem.get();
        boolean ok = wrong.isEmpty();
        String query = exchange.getRequestURI().getQuery();
        String text = ok
                ? query != null && query.contains("verbose") ? "[+]" + name + " ok\n" + name + " check passed\n" : "ok"
                : name + " check failed: " + wrong + "\n";
        answer(exchange, ok ? 200 : 500, "text/plain; charset=utf-8", text);
    }

    private static void answer(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static InetSocketAddress parse(String flag, String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new UsageException("--" + flag + "=" + address + " is not an address; write host:port or :port");
        }
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        return host.isEmpty()
                ? new InetSocketAddress(Integer.parseInt(port))
                : new InetSocketAddress(host, Integer.parseInt(port));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
