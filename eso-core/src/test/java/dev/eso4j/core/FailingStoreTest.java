package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.store.GateView;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A store whose service fails")
class FailingStoreTest {
    private static final int MANY = 300;

    private final OperatorBench bench =
            new OperatorBench(options -> options.concurrent(8).callsPerStore(8));

    FailingStoreTest() {
        bench.local.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {memory: {}}, retrySettings: {maxRetries: 0}}
                """);
        for (int i = 0; i < MANY; i++) {
            bench.backend.secrets.put("k" + i, "{\"user\":\"u" + i + "\"}");
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void create(int from, int to) {
        for (int i = from; i < to; i++) {
            bench.externalSecret("es" + i, "dataFrom: [{extract: {key: k" + i + "}}]");
        }
    }

    private long count(String status) {
        return IntStream.range(0, MANY)
                .filter(i -> bench.ready("es" + i)
                        .filter(c -> c.status().equals(status))
                        .isPresent())
                .count();
    }

    private GateView gate() {
        return bench.operator.insight().gates().stream()
                .filter(v -> v.store().name().equals("store"))
                .findFirst()
                .orElseThrow();
    }

    private long requests(String request) {
        return bench.cluster.requests().stream()
                .filter(r -> r.startsWith(request))
                .count();
    }

    private void fails() {
        bench.backend.failure = () -> new UnavailableException("the service is away", "start it", null, null);
    }

    private void step(Duration time) {
        bench.advance(time);
        bench.awaitQuiet();
    }

    @Test
    @DisplayName("is asked no more after a few calls, though hundreds wait; each of them says so, once")
    void opens() {
        bench.start();
        bench.settleStores(); // A check that succeeds among the failures would begin the count anew.
        fails();
        create(0, MANY);
        bench.check(b -> assertThat(count("False")).isEqualTo(MANY));
        bench.awaitQuiet();
        assertThat(bench.backend.reads()).isLessThanOrEqualTo(10 + 8);
        assertThat(gate().circuit()).isEqualTo(GateView.Circuit.OPEN);
        assertThat(gate().waiting()).isGreaterThanOrEqualTo(MANY - 18);
        assertThat(bench.ready("es" + (MANY - 1)).orElseThrow().message())
                .contains("SecretStore \"store\" in namespace \"shop\"", "asked again by one call at a time");
        long calls = bench.backend.reads();
        for (int i = 0; i < 60; i++) {
            step(Duration.ofSeconds(5));
        }
        assertThat(bench.backend.reads() - calls)
                .as("probes in five minutes, at most a minute apart")
                .isBetween(5L, 12L);
        for (int i = 0; i < MANY; i++) {
            String name = "es" + i;
            assertThat(bench.cluster.writes())
                    .filteredOn(w -> w.endsWith("/" + name))
                    .as("said once, and once more by those who were the probe")
                    .hasSizeBetween(1, 2);
        }
    }

    @Test
    @DisplayName("is not run over when it comes back, and nobody is lost or written twice")
    void recovers() {
        fails();
        create(0, MANY);
        bench.start();
        bench.check(b -> assertThat(count("False")).isEqualTo(MANY));
        bench.awaitQuiet();
        bench.backend.failure = null;
        long before = bench.backend.reads();
        long last = before;
        for (int i = 0; i < 120 && count("True") < MANY; i++) {
            for (int j = 0; j < 10; j++) {
                step(Duration.ofMillis(100));
            }
            assertThat(bench.backend.reads() - last)
                    .as("calls in second " + i + ": who waits, at a hundred a second, and who backs off, at ten")
                    .isLessThanOrEqualTo(100 + 18 + 1);
            last = bench.backend.reads();
        }
        assertThat(count("True")).isEqualTo(MANY);
        assertThat(bench.backend.reads() - before).isEqualTo(MANY);
        assertThat(requests("create Secret")).isEqualTo(MANY);
        assertThat(requests("update Secret")).isZero();
        assertThat(gate().waiting()).isZero();
        assertThat(gate().inUse()).isZero();
    }

    @Test
    @DisplayName("that asks for a pause gets it from everybody, and then one call before the others")
    void pause() {
        create(0, 1);
        bench.start();
        bench.awaitReady("es0");
        bench.backend.failure = () -> new ThrottledException("too many requests", "wait", Duration.ofSeconds(90), null);
        create(1, 2);
        bench.awaitFailed("es1", "too many requests");
        bench.backend.failure = null;
        create(2, MANY);
        bench.check(b -> assertThat(count("False")).isEqualTo(MANY - 1));
        bench.awaitQuiet();
        long reads = bench.backend.reads();
        for (int i = 0; i < 8; i++) {
            step(Duration.ofSeconds(11));
        }
        assertThat(bench.backend.reads()).as("after 88 of 90 seconds").isEqualTo(reads);
        bench.backend.failure = () -> new UnavailableException("still away", "", null, null);
        step(Duration.ofSeconds(2));
        assertThat(bench.backend.reads()).as("one probe").isEqualTo(reads + 1);
        bench.backend.failure = null;
        for (int i = 0; i < 30 && count("True") < MANY; i++) {
            step(Duration.ofSeconds(1));
        }
        assertThat(count("True")).isEqualTo(MANY);
        assertThat(bench.backend.reads()).isEqualTo(reads + 1 + MANY - 1);
    }

    @Test
    @DisplayName("now and then leads to no second write, no lost ExternalSecret and no flapping condition")
    void flaps() {
        bench.backend.beforeRead = () -> {
            if (bench.clock.nanos() / Duration.ofMillis(1500).toNanos() % 2 == 0) {
                throw new UnavailableException("the service is away", "start it", null, null);
            }
        };
        create(0, MANY);
        bench.start();
        bench.check(b -> assertThat(count("False")).isEqualTo(MANY));
        for (int i = 0; i < 400 && count("True") < MANY; i++) {
            step(Duration.ofMillis(250));
        }
        assertThat(count("True")).isEqualTo(MANY);
        assertThat(requests("create Secret")).isEqualTo(MANY);
        assertThat(requests("update Secret")).isZero();
        for (int i = 0; i < MANY; i++) {
            String status = "status ExternalSecret shop/es" + i;
            assertThat(bench.cluster.requests())
                    .filteredOn(status::equals)
                    .as("failed, perhaps by an attempt of its own as well, then ready")
                    .hasSizeBetween(2, 3);
        }
    }

    @Test
    @DisplayName("for some callers only, because they may not or ask for what does not exist, is open to all others")
    void callersFault() {
        bench.backend.beforeRead = () -> {};
        bench.local.load("""
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: shared}
                spec: {provider: {memory: {}}}
                """);
        bench.start();
        for (int i = 0; i < 60; i++) {
            bench.externalSecret(
                    "wrong" + i,
                    "dataFrom: [{extract: {key: none" + i + "}, sourceRef: {storeRef: {name: shared, kind:"
                            + " ClusterSecretStore}}}]");
        }
        bench.awaitFailed("wrong59", "none59");
        bench.backend.failure = () -> new AccessDeniedException("no", "ask for the right");
        for (int i = 0; i < 60; i++) {
            bench.externalSecret(
                    "denied" + i,
                    "dataFrom: [{extract: {key: k" + i + "}, sourceRef: {storeRef: {name: shared, kind:"
                            + " ClusterSecretStore}}}]");
        }
        bench.awaitFailed("denied59", "ask for the right");
        bench.backend.failure = null;
        bench.externalSecret(
                "right",
                "dataFrom: [{extract: {key: k77}, sourceRef: {storeRef: {name: shared, kind: ClusterSecretStore}}}]");
        bench.awaitReady("right");
        assertThat(bench.operator.insight().gates())
                .allMatch(v -> v.circuit() == GateView.Circuit.CLOSED && v.opened() == 0);
    }

    @Test
    @DisplayName("puts no value into a condition, an event or what is shown of the gates")
    void leaks() {
        bench.backend.secrets.put("k0", SecretValue.of("{\"user\":\"canary\"}").utf8());
        create(0, 1);
        bench.start();
        bench.awaitReady("es0");
        fails();
        create(1, 40);
        bench.check(b -> assertThat(count("False")).isEqualTo(39));
        assertThat(List.of(
                        bench.events().toString(),
                        bench.operator.insight().gates().toString(),
                        bench.ready("es0").toString(),
                        bench.ready("es39").toString()))
                .noneMatch(text -> text.contains("canary"));
    }
}
