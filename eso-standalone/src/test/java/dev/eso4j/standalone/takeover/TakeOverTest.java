package dev.eso4j.standalone.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.GuardedCluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.runtime.Controller;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.QueueDepth;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.provider.builtin.fake.FakeStoreProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Started in memory on what the existing operator has left, ours")
class TakeOverTest {
    /** A few seconds after the recording. */
    private static final Instant NOW = Instant.parse("2026-11-24T02:12:40Z");

    private static final List<ResourceType<?>> TARGETS = List.of(ResourceType.SECRETS);
    private static final List<ResourceType<?>> ALL = List.of(
            ResourceType.EXTERNAL_SECRETS,
            ResourceType.SECRET_STORES,
            ResourceType.CLUSTER_SECRET_STORES,
            ResourceType.SECRETS,
            ResourceType.EVENTS);

    @Test
    @DisplayName("writes no target, no status, no event")
    void writesNothing() {
        AtomicInteger writes = new AtomicInteger();
        try (LocalCluster cluster = LocalCluster.builder().clock(() -> NOW).build()) {
            Recorded.objects().forEach(o -> cluster.load(o.toString()));
            Map<String, String> before = versions(cluster, ALL);
            run(cluster, NOW, writes);
            assertThat(versions(cluster, ALL)).hasSizeGreaterThan(40).isEqualTo(before);
            assertThat(writes).hasValue(0);
        }
    }

    @Test
    @DisplayName("refreshes all that is due hours later, by one status each, and writes no target")
    void refreshes() {
        Instant later = NOW.plus(Duration.ofHours(5));
        AtomicInteger writes = new AtomicInteger();
        try (LocalCluster cluster = LocalCluster.builder().clock(() -> later).build()) {
            Recorded.objects().stream()
                    .filter(o -> !Recorded.name(o).equals("from-kubernetes"))
                    .forEach(o -> cluster.load(o.toString()));
            Map<String, String> before = versions(cluster, TARGETS);
            run(cluster, later, writes);
            assertThat(versions(cluster, TARGETS)).isEqualTo(before);
            List<String> due = new ArrayList<>();
            cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.everyNamespace(), e -> {
                if (later.toString().equals(e.getStatus().refreshTime())) {
                    due.add(e.getMetadata().getName());
                }
            });
            assertThat(due)
                    .contains("plain", "extract", "merge", "orphan", "immutable", "cluster-store")
                    .doesNotContain("created-once", "on-change", "interval-zero", "missing-key", "missing-store");
            assertThat(writes).hasValue(due.size());
        }
    }

    private static void run(LocalCluster cluster, Instant now, AtomicInteger writes) {
        int externalSecrets =
                versions(cluster, List.of(ResourceType.EXTERNAL_SECRETS)).size();
        GuardedCluster counted = new GuardedCluster(cluster, () -> writes.incrementAndGet() > 0);
        try (EsoOperator operator = EsoOperator.builder(counted)
                .providers(List.of(new FakeStoreProvider(), new Kubernetes()))
                .clock(() -> now, Ticker.system())
                .build()) {
            operator.start();
            Awaitility.await("all done, and what fails tried again")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> idle(operator, externalSecrets));
        }
    }

    private static boolean idle(EsoOperator operator, int externalSecrets) {
        for (Controller<NamespacedName> controller : operator.controllers()) {
            QueueDepth depth = controller.queue().depth();
            boolean enough = !controller.name().equals("externalsecret")
                    || depth.added() >= externalSecrets && depth.retries() >= 4;
            if (!enough || depth.changed() + depth.refresh() + depth.inWork() > 0) {
                return false;
            }
        }
        return operator.health().ready();
    }

    private static Map<String, String> versions(LocalCluster cluster, List<ResourceType<?>> types) {
        Map<String, String> versions = new TreeMap<>();
        types.forEach(type -> add(cluster, type, versions));
        return versions;
    }

    private static <T> void add(LocalCluster cluster, ResourceType<T> type, Map<String, String> versions) {
        cluster.list(
                type,
                Selection.everyNamespace(),
                o -> versions.put(
                        type.kind() + " " + type.metadata(o).getName(),
                        type.metadata(o).getResourceVersion()));
    }

    /** Stands for the recorded store whose API server is not there any more: ready, and nothing is read from it. */
    private static final class Kubernetes implements SecretStoreProvider, SecretsClient {
        @Override
        public String name() {
            return "kubernetes";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.READ, Capability.WRITE);
        }

        @Override
        public List<String> validate(StoreSpec store) {
            return List.of();
        }

        @Override
        public boolean referent(StoreSpec store) {
            return false;
        }

        @Override
        public SecretsClient connect(StoreContext context) {
            return this;
        }

        @Override
        public RemoteObject read(RemoteKey key) {
            throw new NotFoundException("nothing is due, so nothing may be read", "");
        }

        @Override
        public Map<String, RemoteObject> find(FindRequest query) {
            throw new NotFoundException("nothing is due, so nothing may be read", "");
        }

        @Override
        public ValidationResult check() {
            return ValidationResult.ready();
        }

        @Override
        public void close() {}
    }
}
