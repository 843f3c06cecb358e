package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.runtime.Run;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The insight into an operator")
class OperatorInsightTest {
    @Test
    @DisplayName("names the work that does not come back, once it has taken longer than the bound, and not before")
    void stuck() throws InterruptedException {
        try (OperatorBench bench = new OperatorBench().start()) {
            CountDownLatch hang = new CountDownLatch(1);
            bench.backend.beforeRead = () -> {
                try {
                    hang.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            bench.externalSecret("es");
            await().until(() -> bench.backend.reads() == 1);
            OperatorInsight insight = bench.operator.insight();
            bench.clock.advance(Duration.ofMinutes(10));
            assertThat(insight.stuck(Duration.ofMinutes(10))).isEmpty();
            assertThat(insight.callsInFlight()).isEqualTo(Map.of("memory", 1));
            bench.clock.advance(Duration.ofSeconds(1));
            assertThat(insight.stuck(Duration.ofMinutes(10))).singleElement().satisfies((Run run) -> {
                assertThat(run.key()).hasToString("shop/es");
                assertThat(run.controller()).isEqualTo("externalsecret");
                assertThat(run.took()).isEqualTo(Duration.ofSeconds(601));
                assertThat(run.id()).isNotEmpty();
            });
            OperatorSnapshot.Store store = insight.snapshot().stores().get(0);
            assertThat(store.callsInFlight()).isEqualTo(1);
            hang.countDown();
            bench.awaitReady("es");
            await().until(() -> insight.stuck(Duration.ofMinutes(10)).isEmpty());
            assertThat(insight.callsInFlight()).isEqualTo(Map.of("memory", 0));
        }
    }

    @Test
    @DisplayName("shows queues, stores with their last check, and what failed, with the messages of the conditions")
    void snapshot() {
        try (OperatorBench bench = new OperatorBench().start()) {
            bench.externalSecret("good");
            bench.externalSecret("bad", "data: [{secretKey: k, remoteRef: {key: nowhere}}]");
            bench.awaitReady("good");
            bench.awaitFailed("bad", "nowhere");
            bench.settleStores();
            bench.clock.advance(Duration.ofSeconds(7));
            bench.check(b -> {
                OperatorSnapshot snapshot = b.operator.insight().snapshot();
                assertThat(snapshot.health().ready()).isTrue();
                assertThat(snapshot.queues())
                        .extracting(OperatorSnapshot.Queue::controller)
                        .containsExactly("externalsecret", "secretstore", "clustersecretstore");
                assertThat(snapshot.storesInAll()).isEqualTo(1);
                assertThat(snapshot.stores()).singleElement().satisfies(store -> {
                    assertThat(store.ready()).isEqualTo("True");
                    assertThat(store.provider()).isEqualTo("memory");
                    assertThat(store.clients()).isEqualTo(1);
                    assertThat(store.sinceCheck()).isEqualTo(Duration.ofSeconds(7));
                });
                assertThat(snapshot.failuresInAll()).isEqualTo(1);
                assertThat(snapshot.failures()).singleElement().satisfies(failure -> {
                    assertThat(failure.name()).isEqualTo("bad");
                    assertThat(failure.reason()).isEqualTo("SecretSyncedError");
                    assertThat(failure.message())
                            .isEqualTo(bench.ready("bad").orElseThrow().message());
                });
                assertThat(snapshot.cached()).containsEntry("ExternalSecret", 2).containsEntry("SecretStore", 1);
            });
        }
    }

    @Test
    @DisplayName("counts all and lists the latest hundred")
    void bounded() {
        try (OperatorBench bench = new OperatorBench()) {
            for (int i = 0; i < 130; i++) {
                bench.externalSecret("bad-" + i, "data: [{secretKey: k, remoteRef: {key: nowhere}}]");
            }
            bench.start();
            bench.check(b -> {
                OperatorSnapshot snapshot = b.operator.insight().snapshot();
                assertThat(snapshot.failuresInAll()).isEqualTo(130);
                assertThat(snapshot.failures()).hasSize(OperatorSnapshot.MOST);
            });
        }
    }
}
