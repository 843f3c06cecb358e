package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cluster in memory")
class LocalClusterContractTest extends ClusterContract {
    private static final int RETAINED = 1_000;
    private final AtomicInteger namespaces = new AtomicInteger();

    @Override
    Cluster open() {
        return LocalCluster.builder().retainedChanges(RETAINED).build();
    }

    @Override
    String newNamespace() {
        return "test-" + namespaces.incrementAndGet();
    }

    @Override
    String forgottenVersion() {
        String version = cluster.list(ResourceType.SECRETS, Selection.everyNamespace(), item -> {});
        cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        for (int i = 0; i <= RETAINED; i++) {
            cluster.patch(
                    ResourceType.SECRETS,
                    namespace,
                    "s",
                    Map.of("metadata", Map.of("labels", Map.of("n", "v" + i))),
                    "m");
        }
        return version;
    }

    @Test
    @DisplayName("has no thread until there is a watch")
    void threads() {
        cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        assertThat(ownThreads()).isEmpty();
    }

    @Test
    @DisplayName("has no tokens of ServiceAccounts and says so")
    void tokens() {
        fails(Reason.OTHER, () -> cluster.requestToken(namespace, "default", List.of(), null))
                .contains(namespace + "/default", "no ServiceAccount tokens without a cluster");
    }
}
