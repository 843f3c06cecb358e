package dev.eso4j.core.cluster;

import dev.eso4j.core.HostileManifests;
import dev.eso4j.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Manifests under fuzzing")
class ManifestsFuzzTest {
    @Test
    @DisplayName("are loaded, or refused with file and line of each mistake and without a value")
    void load() {
        Fuzz.of("manifests", HostileManifests::random)
                .count(1_500)
                .first(HostileManifests.good())
                .first(HostileManifests.monsters())
                .refusedBy(ClusterException.class)
                .longestMessage(50_000)
                .neverSaying(HostileManifests::canary)
                .everyMessage(
                        "names the place",
                        (text, message) -> message.startsWith("manifests:") || message.startsWith("load "))
                .run(text -> {
                    try (LocalCluster cluster = LocalCluster.create()) {
                        cluster.load(text);
                        cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.everyNamespace(), each -> {});
                        cluster.list(ResourceType.SECRET_STORES, Selection.everyNamespace(), each -> {});
                        cluster.list(ResourceType.SECRETS, Selection.everyNamespace(), each -> {});
                    }
                    return List.of();
                });
    }
}
