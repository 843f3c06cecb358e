package dev.eso4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Manifests that others have published, each with the spec that an API server stores for it under the CRDs of the External
 * Secrets Operator. They are not ours to pass on, so the file lies beside the repository: in
 * {@code ../shared/reference}, or in the folder that {@code -Deso.reference} names.
 */
final class PublishedManifests {
    private static final String MISSING = "ESO-REFERENCE-MISSING";

    private PublishedManifests() {}

    /** One of them. */
    record Published(int id, ObjectNode manifest, JsonNode storedSpec) {
        /** Returns what a person looks for in the file. */
        String title() {
            return id + " " + manifest.get("kind").asText() + " "
                    + manifest.at("/metadata/name").asText();
        }
    }

    /** Returns all of them; where the file is missing it says so on standard error and ends the test. */
    static List<Published> read() throws IOException {
        Path folder = Path.of(System.getProperty("eso.reference", "../../shared/reference"));
        Path file = folder.resolve("manifests.jsonl");
        if (!Files.exists(file)) {
            System.err.println(
                    MISSING + ": " + file.toAbsolutePath().normalize()
                            + " is not there, so the manifests of others were not tried; -Deso.reference=FOLDER names another place");
        }
        Assumptions.assumeTrue(Files.exists(file), MISSING);
        ObjectMapper json = new ObjectMapper();
        List<Published> published = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode entry = json.readTree(line);
            published.add(new Published(
                    entry.get("id").asInt(), (ObjectNode) entry.get("manifest"), entry.get("stored_spec")));
        }
        return published;
    }
}
