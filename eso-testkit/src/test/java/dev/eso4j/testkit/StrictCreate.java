package dev.eso4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Creates objects on a control plane under strict field validation, without starting a program for each. */
final class StrictCreate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiServerHttp http;
    private final String namespace;
    private final Map<String, JsonNode> resources = new HashMap<>();

    /** Creates in {@code namespace} what has a namespace. */
    StrictCreate(ControlPlane cluster, String namespace) {
        this.http = cluster.http();
        this.namespace = namespace;
    }

    /** What became of an object: as it is stored, or why it was refused. */
    record Answer(boolean accepted, JsonNode stored, String message) {}

    /** Creates {@code manifest} under {@code name}, or only asks what would become of it. */
    Answer create(String name, ObjectNode manifest, boolean dryRun) {
        ObjectNode object = manifest.deepCopy();
        ((ObjectNode) object.get("metadata")).put("name", name);
        JsonNode resource =
                resource(object.get("apiVersion").asText(), object.get("kind").asText());
        String scope = "";
        if (resource.get("namespaced").asBoolean()) {
            scope = "namespaces/" + namespace + "/";
            ((ObjectNode) object.get("metadata")).put("namespace", namespace);
        }
        String path = "/apis/" + object.get("apiVersion").asText() + "/" + scope
                + resource.get("name").asText() + "?fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");
        HttpResponse<String> response = send(() -> http.post(path, object.toString()));
        JsonNode body = json(response.body());
        return new Answer(
                response.statusCode() == 201, body, body.path("message").asText());
    }

    private JsonNode resource(String apiVersion, String kind) {
        return resources.computeIfAbsent(apiVersion + "/" + kind, key -> {
            HttpResponse<String> response = send(() -> http.get("/apis/" + apiVersion));
            for (JsonNode resource : json(response.body()).path("resources")) {
                if (resource.get("kind").asText().equals(kind)
                        && !resource.get("name").asText().contains("/")) {
                    return resource;
                }
            }
            throw new IllegalStateException("The API server serves no " + kind + " in " + apiVersion);
        });
    }

    private interface Call {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static HttpResponse<String> send(Call call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new UncheckedIOException("The API server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the API server", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The API server does not answer in JSON: " + text, e);
        }
    }
}
