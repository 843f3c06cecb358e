package dev.eso4j.core;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A whole pass under fuzzing")
class SecretSyncFuzzTest {
    private static final String CANARY = HostileManifests.CANARY;

    /** Manifests and what the backend holds. */
    record Case(String manifests, Map<String, String> backend) {
        @Override
        public String toString() {
            return manifests + "\nbackend: " + backend;
        }
    }

    private static Case random(Chaos chaos) {
        String manifests = chaos.chance(60) ? HostileManifests.all(chaos) : HostileManifests.good();
        return new Case(
                manifests,
                Map.of(
                        "json",
                        chaos.chance(40)
                                ? "{\"a\":{\"b\":\"" + CANARY + "\"},\"c\":{\"d\":\"" + CANARY + "\"}}"
                                : chaos.json(4),
                        "plain",
                        chaos.chance(40) ? CANARY : chaos.text(),
                        "p/" + chaos.text(),
                        CANARY));
    }

    private static Case of(String json) {
        return new Case(HostileManifests.good(), Map.of("json", json, "plain", "x"));
    }

    @Test
    @DisplayName("reports what failed for each ExternalSecret, and never a value")
    void pass() {
        Fuzz.of("passes", SecretSyncFuzzTest::random)
                .count(400)
                .first(
                        of("{\"a\":{\"b\":\"" + "x".repeat(3 << 20) + "\"}}"),
                        of("{\"a\":1e999999999}"),
                        of("{\"" + "k".repeat(500_000) + "\":\"v\"}"),
                        of("{\"\\ud800\":\"\\ud800\"}"))
                .refusedBy(ClusterException.class)
                .refusedBy(IllegalArgumentException.class)
                .longestMessage(20_000)
                .everyMessage("is about a mistake", (c, message) -> !message.contains("defect of eso4j"))
                .neverSaying(c -> HostileManifests.canary(c.manifests))
                .run(c -> {
                    MemoryProvider backend = new MemoryProvider();
                    backend.secrets.putAll(c.backend);
                    try (SecretSync sync = SecretSync.builder()
                            .providers(List.of(backend))
                            .manifests(c.manifests)
                            .build()) {
                        List<String> refusals = new ArrayList<>();
                        sync.plan().failures().forEach(r -> refusals.add(r.message()));
                        sync.sync().failures().forEach(r -> refusals.add(r.message()));
                        return refusals;
                    }
                });
    }
}
