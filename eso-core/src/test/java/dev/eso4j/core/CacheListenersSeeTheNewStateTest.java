package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.runtime.Cache;
import dev.eso4j.core.runtime.Informer;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Versions;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A listener of a cache that looks an object up")
class CacheListenersSeeTheNewStateTest {
    @Test
    @DisplayName("finds the state that it was told of, also from another thread")
    void finds() throws InterruptedException {
        BlockingQueue<Boolean> found = new LinkedBlockingQueue<>();
        try (LocalCluster cluster = LocalCluster.create()) {
            Cache<KubeSecret> cache =
                    new Cache<>(s -> Versions.number(s.metadata().getResourceVersion()));
            cache.listen((before, after, initial) -> {
                Thread other = new Thread(() ->
                        found.add(cache.get(new NamespacedName("ns", "one")).isPresent()));
                other.start();
                try {
                    other.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            cluster.create(
                    ResourceType.SECRETS,
                    KubeSecret.of(
                            new ObjectMetaBuilder()
                                    .withNamespace("ns")
                                    .withName("one")
                                    .build(),
                            Map.of(),
                            null,
                            null),
                    "test");
            try (Informer<KubeSecret> informer =
                    new Informer<>(cluster, ResourceType.SECRETS, Selection.everyNamespace(), cache)) {
                informer.start();
                assertThat(found.poll(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }
}
