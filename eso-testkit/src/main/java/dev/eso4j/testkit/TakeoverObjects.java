package dev.eso4j.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a take-over meets: stores, ExternalSecrets with status, and Secrets with labels, hashes, owners and managed fields,
 * as the External Secrets Operator 2.9.0 left them on a real control plane, all in the namespace {@code takeover}.
 */
public final class TakeoverObjects {
    private static final String FILE = "takeover.jsonl";

    private TakeoverObjects() {}

    /** Returns a copy of all of them, stores first. */
    public static List<ObjectNode> read() {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = Objects.requireNonNull(TakeoverObjects.class.getResourceAsStream(FILE), FILE)) {
            List<ObjectNode> objects = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                ObjectNode object = (ObjectNode) json.readTree(line);
                if (object.path("kind").asText().endsWith("SecretStore")) {
                    objects.add(0, object);
                } else {
                    objects.add(object);
                }
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recorded objects", e);
        }
    }
}
