package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks as much of the Kubernetes API as the provider uses, and records the requests. */
final class RecordingApiServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Map<String, ObjectNode> secrets = new TreeMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private long version;

    RecordingApiServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        answers.put(
                "selfsubjectrulesreviews",
                "{\"status\":{\"resourceRules\":[{\"verbs\":[\"get\"],\"apiGroups\":[\"\"],\"resources\":[\"secrets\"]}]}}");
        answers.put("selfsubjectaccessreviews", "{\"status\":{\"allowed\":false}}");
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** Accepts a bearer token. */
    void accept(String token) {
        tokens.add(token);
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    void answerReview(String plural, String json) {
        answers.put(plural, json);
    }

    /** Answers requests for paths that contain {@code part} with a status and nothing else. */
    void fail(String part, int status) {
        failures.put(part, status);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Stores a Secret of namespace {@code default}. */
    synchronized void put(String name, JsonNode secret) {
        ObjectNode stored = secret.deepCopy();
        stored.put("apiVersion", "v1").put("kind", "Secret");
        stored.withObjectProperty("metadata")
                .put("name", name)
                .put("namespace", "default")
                .put("uid", "uid-" + name)
                .put("resourceVersion", Long.toString(++version));
        secrets.put("default/" + name, stored);
    }

    synchronized JsonNode get(String namespace, String name) {
        return MAPPER.valueToTree(secrets.get(namespace + "/" + name));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            for (Map.Entry<String, Integer> failure : failures.entrySet()) {
                if (path.contains(failure.getKey())) {
                    exchange.sendResponseHeaders(failure.getValue(), -1);
                    return;
                }
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !tokens.contains(authorization.replace("Bearer ", ""))) {
                status(exchange, 401, "Unauthorized");
                return;
            }
            String plural = path.substring(path.lastIndexOf('/') + 1);
            if (answers.containsKey(plural)) {
                send(exchange, 201, MAPPER.readTree(answers.get(plural)));
                return;
            }
            String[] parts = path.split("/");
            String key = parts[4] + "/" + (parts.length > 6 ? parts[6] : "");
            JsonNode sent = body.length == 0 ? MAPPER.nullNode() : MAPPER.readTree(body);
            synchronized (this) {
                answer(exchange, key, sent);
            }
        }
    }

    private void answer(HttpExchange exchange, String key, JsonNode sent) throws IOException {
        ObjectNode old = secrets.get(key);
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (key.endsWith("/")) {
                    send(exchange, 200, list(key, query(exchange)));
                } else if (old == null) {
                    status(exchange, 404, "NotFound");
                } else {
                    send(exchange, 200, old);
                }
            }
            case "POST" -> {
                String created = key + sent.path("metadata").path("name").asText();
                if (secrets.containsKey(created)) {
                    status(exchange, 409, "AlreadyExists");
                } else {
                    store(exchange, created, sent);
                }
            }
            case "PUT" -> {
                if (old == null || !same(old, sent.path("metadata"))) {
                    status(exchange, 409, "Conflict");
                } else {
                    store(exchange, key, sent);
                }
            }
            default -> {
                if (old == null) {
                    status(exchange, 404, "NotFound");
                } else if (!same(old, sent.path("preconditions"))) {
                    status(exchange, 409, "Conflict");
                } else {
                    send(exchange, 200, secrets.remove(key));
                }
            }
        }
    }

    private static boolean same(ObjectNode old, JsonNode stated) {
        return old.path("metadata").path("resourceVersion").equals(stated.path("resourceVersion"));
    }

    private void store(HttpExchange exchange, String key, JsonNode sent) throws IOException {
        ObjectNode stored = sent.deepCopy();
        stored.withObjectProperty("metadata").put("uid", "uid-" + key).put("resourceVersion", Long.toString(++version));
        secrets.put(key, stored);
        send(exchange, 200, stored);
    }

    /** Two items per page, so that paging happens. */
    private ObjectNode list(String prefix, Map<String, String> query) {
        List<ObjectNode> matching = new ArrayList<>();
        secrets.forEach((key, secret) -> {
            if (key.startsWith(prefix) && hasLabels(secret, query.getOrDefault("labelSelector", ""))) {
                matching.add(secret);
            }
        });
        int from = Integer.parseInt(query.getOrDefault("continue", "0"));
        int to = Math.min(matching.size(), from + 2);
        ObjectNode list = MAPPER.createObjectNode();
        matching.subList(from, to).forEach(list.putArray("items")::add);
        if (to < matching.size()) {
            list.putObject("metadata").put("continue", Integer.toString(to));
        }
        return list;
    }

    private static boolean hasLabels(ObjectNode secret, String selector) {
        for (String each : selector.isEmpty() ? new String[0] : selector.split(",")) {
            String[] label = each.split("=", 2);
            if (!secret.path("metadata").path("labels").path(label[0]).asText().equals(label[1])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String each : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = each.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void status(HttpExchange exchange, int code, String reason) throws IOException {
        send(exchange, code, MAPPER.createObjectNode().put("kind", "Status").put("reason", reason));
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
