package dev.eso4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The log in which the API server says who wanted to change what. */
final class AuditLog {
    static final String FILE = "audit.log";
    static final String POLICY_FILE = "audit-policy.yaml";
    /** Never bodies: they hold the values of Secrets. */
    static final String POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
            - level: Metadata
              verbs: [create, update, patch, delete, deletecollection]
            - level: None
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditLog() {}

    static List<ApiWrite> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            List<ApiWrite> writes = new ArrayList<>();
            // What stands behind the last line break is still being written.
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                writes.add(write(JSON.readTree(line)));
            }
            return writes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the audit log " + file, e);
        }
    }

    private static ApiWrite write(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String part = object.path("subresource").asText();
        return new ApiWrite(
                OffsetDateTime.parse(event.path("requestReceivedTimestamp").asText())
                        .toInstant(),
                event.path("user").path("username").asText(),
                event.path("verb").asText(),
                object.path("resource").asText() + (part.isEmpty() ? "" : "/" + part),
                object.path("namespace").asText(),
                object.path("name").asText(),
                event.path("responseStatus").path("code").asInt());
    }
}
