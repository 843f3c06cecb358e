package dev.eso4j.provider.builtin.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.provider.builtin.webhook.path.PathException;
import dev.eso4j.provider.kit.HttpReply;
import dev.eso4j.provider.kit.JsonObjectMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service answered, and how values are taken from it. Immutable and thread-safe; {@link #toString} shows none. */
final class WebhookAnswer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LastPath paths;
    private final String operation;
    private final HttpReply reply;
    private volatile @Nullable JsonNode tree;

    WebhookAnswer(LastPath paths, String operation, HttpReply reply) {
        this.paths = paths;
        this.operation = operation;
        this.reply = reply;
    }

    SecretValue body() {
        return reply.body();
    }

    /**
     * Returns one value.
     *
     * @param path where it stands; empty for the whole body, which then need not be JSON
     * @param field how messages call the path, which may have secrets in it
     */
    SecretValue value(String path, String field) {
        if (path.isEmpty()) {
            return reply.body();
        }
        JsonNode found = found(path, field);
        while (found.isArray()) {
            if (found.isEmpty()) {
                throw new InvalidRequestException(
                        operation + ": " + field + " finds nothing in the answer",
                        "correct the path or what it asks for");
            }
            found = found.get(0);
        }
        return found.isTextual()
                ? SecretValue.of(found.asText())
                : JsonObjectMembers.value(json(found)).orElseThrow(() -> notJson(field));
    }

    /** Returns the members of an object, or of a text that is one in JSON. */
    Map<String, SecretValue> entries(String path, String field) {
        JsonNode found = path.isEmpty() ? tree() : found(path, field);
        if (found.isTextual()) {
            return JsonObjectMembers.values(SecretValue.of(found.asText())).orElseThrow(() -> notAnObject(path, field));
        }
        if (!found.isObject()) {
            throw notAnObject(path, field);
        }
        return JsonObjectMembers.values(json(found)).orElseThrow(() -> notAnObject(path, field));
    }

    private MalformedException notAnObject(String path, String field) {
        return new MalformedException(
                operation + ": " + (path.isEmpty() ? "the answer" : "what " + field + " finds in the answer")
                        + " is not a JSON object, so it has no keys",
                "point result.jsonPath at an object, or read it with data instead of dataFrom");
    }

    private MalformedException notJson(String field) {
        return new MalformedException(
                operation + ": what " + field + " finds in the answer cannot be printed as JSON",
                "check what the service answers");
    }

    private JsonNode found(String path, String field) {
        JsonNode document = tree();
        try {
            return paths.parse(path).find(document);
        } catch (PathException e) {
            throw failed(field, e);
        }
    }

    private SecretsException failed(String field, PathException e) {
        return switch (e.reason()) {
            case MISSING ->
                new InvalidRequestException(
                        operation + ": " + field + " finds nothing in the answer: " + e.getMessage(),
                        "correct the path, or what the service answers");
            case SYNTAX ->
                new InvalidRequestException(
                        operation + ": " + field + " is not a JSON path: " + e.getMessage(),
                        "write it as $.data.password or $.data[\"my key\"]");
            case LIMIT ->
                new InvalidRequestException(operation + ": " + field + ": " + e.getMessage(), "narrow the path");
        };
    }

    private JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = reply.json();
            if (known.isMissingNode()) {
                throw new MalformedException(
                        operation + ": the answer is empty and not JSON", "check what the service answers");
            }
            tree = known;
        }
        return known;
    }

    private SecretValue json(JsonNode node) {
        try {
            return SecretValue.of(MAPPER.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            // Not chained: its text may quote the node.
            throw new MalformedException(
                    operation + ": a part of the answer cannot be printed as JSON", "check what the service answers");
        }
    }

    @Override
    public String toString() {
        return "WebhookAnswer[" + operation + ", " + reply.body().size() + " bytes]";
    }
}
