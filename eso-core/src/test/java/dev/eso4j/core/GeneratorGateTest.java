package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.store.GateView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A generator whose service")
class GeneratorGateTest {
    private static final int MANY = 300;

    private final Service service = new Service();
    private final OperatorBench bench =
            new OperatorBench(options -> options.concurrent(8).callsPerStore(8).generators(List.of(service)));

    GeneratorGateTest() {
        generator("sick");
        generator("well");
    }

    @AfterEach
    void close() {
        service.released.countDown();
        bench.close();
    }

    private void generator(String name) {
        bench.local.load("""
                apiVersion: generators.external-secrets.io/v1alpha1
                kind: Fake
                metadata: {name: NAME, namespace: shop}
                spec: {data: {who: NAME}}
                """.replace("NAME", name));
    }

    private void create(String generator, int from, int to, String... more) {
        for (int i = from; i < to; i++) {
            bench.externalSecret(
                    generator + i,
                    "dataFrom: [{sourceRef: {generatorRef: {kind: Fake, name: " + generator + "}}}"
                            + String.join("", more) + "]");
        }
    }

    private long count(String generator, String status) {
        return IntStream.range(0, MANY)
                .filter(i -> bench.ready(generator + i)
                        .filter(c -> c.status().equals(status))
                        .isPresent())
                .count();
    }

    private Optional<GateView> gate(String name) {
        return bench.operator.insight().gates().stream()
                .filter(v -> v.store().kind().equals("Fake") && v.store().name().equals(name))
                .findFirst();
    }

    private void step(Duration time) {
        bench.advance(time);
        bench.awaitQuiet();
    }

    private void away() {
        service.failure = () -> new UnavailableException("the service is away", "start it", null, null);
    }

    @Test
    @DisplayName("fails is asked no more after a few calls, though hundreds wait, each of which says so; others go on")
    void opens() {
        away();
        bench.start();
        create("sick", 0, MANY);
        create("well", 0, 50);
        bench.check(b -> assertThat(count("sick", "False")).isEqualTo(MANY));
        bench.check(b -> assertThat(count("well", "True")).isEqualTo(50));
        bench.awaitQuiet();
        assertThat(service.calls("sick")).isLessThanOrEqualTo(10 + 8);
        GateView gate = gate("sick").orElseThrow();
        assertThat(gate.circuit()).isEqualTo(GateView.Circuit.OPEN);
        assertThat(gate.waiting()).isGreaterThanOrEqualTo(MANY - 18);
        assertThat(bench.ready("sick" + (MANY - 1)).orElseThrow().message())
                .contains("Fake \"sick\" in namespace \"shop\" does not answer", "asked again by one call at a time");
        assertThat(gate("well").orElseThrow().circuit()).isEqualTo(GateView.Circuit.CLOSED);
        int calls = service.calls("sick");
        for (int i = 0; i < 60; i++) {
            step(Duration.ofSeconds(5));
        }
        assertThat(service.calls("sick") - calls)
                .as("probes in five minutes, at most a minute apart")
                .isBetween(5, 12);
        assertThat(List.of(
                        bench.events().toString(),
                        bench.operator.insight().gates().toString()))
                .noneMatch(text -> text.contains("canary"));
    }

    @Test
    @DisplayName("comes back is not run over: one call finds out, the others follow at a hundred a second, each once")
    void recovers() {
        away();
        bench.start();
        create("sick", 0, MANY);
        bench.check(b -> assertThat(count("sick", "False")).isEqualTo(MANY));
        bench.awaitQuiet();
        service.failure = null;
        int before = service.calls("sick");
        int last = before;
        for (int i = 0; i < 120 && count("sick", "True") < MANY; i++) {
            for (int j = 0; j < 10; j++) {
                step(Duration.ofMillis(100));
            }
            assertThat(service.calls("sick") - last).as("calls in second " + i).isLessThanOrEqualTo(100 + 18 + 1);
            last = service.calls("sick");
        }
        assertThat(count("sick", "True")).isEqualTo(MANY);
        assertThat(service.calls("sick") - before).isEqualTo(MANY);
        assertThat(service.cleanups.get()).isZero();
        assertThat(gate("sick").orElseThrow().inUse()).isZero();
    }

    @Test
    @DisplayName("asks for a pause gets it from everybody, and a short one is waited for with the same seat")
    void pauses() {
        bench.start();
        create("well", 0, 1);
        bench.awaitReady("well0");
        AtomicInteger turned = new AtomicInteger();
        service.failure = () -> turned.incrementAndGet() == 1
                ? new ThrottledException("too many requests", "wait", Duration.ofMillis(20), null)
                : null;
        create("well", 1, 2);
        bench.awaitReady("well1");
        assertThat(service.calls("well")).isEqualTo(3);

        service.failure = () -> new ThrottledException("too many requests", "wait", Duration.ofSeconds(90), null);
        create("sick", 0, 1);
        bench.awaitFailed("sick0", "too many requests");
        service.failure = null;
        create("sick", 1, 20);
        bench.check(b -> assertThat(count("sick", "False")).isEqualTo(20));
        bench.awaitQuiet();
        for (int i = 0; i < 8; i++) {
            step(Duration.ofSeconds(11));
        }
        assertThat(service.calls("sick")).as("after 88 of 90 seconds").isEqualTo(1);
        for (int i = 0; i < 30 && count("sick", "True") < 20; i++) {
            step(Duration.ofSeconds(1));
        }
        assertThat(count("sick", "True")).isEqualTo(20);
        assertThat(service.calls("sick")).isEqualTo(1 + 20);
    }

    @Test
    @DisplayName(
            "hangs keeps nobody else waiting, is asked by no more than its bound, and is given up; threads come back")
    void hangs() {
        bench.start();
        service.hanging = "sick";
        create("sick", 0, 60);
        bench.check(b -> assertThat(service.inside.get()).isEqualTo(8));
        create("well", 0, 60);
        bench.externalSecret("of-store");
        bench.check(b -> assertThat(count("well", "True")).isEqualTo(60));
        bench.awaitReady("of-store");
        assertThat(service.calls("sick")).isEqualTo(8);
        assertThat(gate("sick").orElseThrow().waiting()).isEqualTo(60 - 8);
        // Who comes after those that were given up hangs as well, until the circuit opens.
        bench.check(b -> {
            bench.advance(Duration.ofSeconds(31));
            assertThat(gate("sick").orElseThrow().opened()).isPositive();
        });
        bench.check(b -> assertThat(bench.ready("sick0").orElseThrow().message())
                .contains(
                        "generate of Fake \"sick\" in namespace \"shop\" was given up after 30 s",
                        "--backend-timeout"));
        service.hanging = "nobody";
        service.released.countDown();
        bench.check(b -> {
            bench.advance(Duration.ofSeconds(5));
            assertThat(count("sick", "True")).isEqualTo(60);
        });
        bench.awaitQuiet();
        assertThat(service.inside.get()).isZero();
        assertThat(gate("sick").orElseThrow().inUse()).isZero();
    }

    @Test
    @DisplayName("hangs while something is taken back is given up as well")
    void cleanupHangs() {
        bench.start();
        service.hangingCleanup = true;
        create("well", 0, 1, ", {extract: {key: absent}}");
        bench.check(b -> assertThat(service.cleanups.get()).isPositive());
        bench.check(b -> {
            bench.advance(Duration.ofSeconds(31));
            assertThat(bench.ready("well0").orElseThrow().status()).isEqualTo("False");
            assertThat(service.interrupted.get()).isPositive();
        });
        bench.externalSecret("next");
        bench.awaitReady("next");
    }

    @Test
    @DisplayName("failed is believed to be well once its spec has changed, and forgotten with the generator")
    void changes() {
        away();
        bench.start();
        create("sick", 0, 30);
        bench.check(b -> assertThat(count("sick", "False")).isEqualTo(30));
        bench.awaitQuiet();
        assertThat(gate("sick").orElseThrow().circuit()).isEqualTo(GateView.Circuit.OPEN);
        service.failure = null;
        bench.local.load("""
                apiVersion: generators.external-secrets.io/v1alpha1
                kind: Fake
                metadata: {name: sick, namespace: shop}
                spec: {data: {who: sick, better: "yes"}}
                """);
        create("sick", 30, 31);
        bench.awaitReady("sick30");
        assertThat(bench.operator.insight().gates())
                .filteredOn(v -> v.store().name().equals("sick"))
                .singleElement()
                .matches(
                        v -> v.circuit() == GateView.Circuit.CLOSED && v.store().generation() == 2);
        bench.local.delete(
                ResourceType.generic("generators.external-secrets.io", "v1alpha1", "fakes", "Fake", true),
                "shop",
                "sick",
                Preconditions.none());
        create("sick", 31, 32);
        bench.awaitFailed("sick31", "there is no Fake \"sick\"");
        assertThat(gate("sick")).isEmpty();
    }

    /** A generator that asks a service, which fails, hangs or answers. */
    private static final class Service implements Generator {
        final AtomicInteger sick = new AtomicInteger();
        final AtomicInteger well = new AtomicInteger();
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger cleanups = new AtomicInteger();
        final AtomicInteger interrupted = new AtomicInteger();
        final CountDownLatch released = new CountDownLatch(1);
        volatile @Nullable Supplier<@Nullable RuntimeException> failure;
        volatile String hanging = "nobody";
        volatile boolean hangingCleanup;

        int calls(String who) {
            return (who.equals("sick") ? sick : well).get();
        }

        @Override
        public String kind() {
            return "Fake";
        }

        @Override
        public Generated generate(GeneratorContext context) {
            Object data = context.spec().get("data");
            String who = String.valueOf(((Map<?, ?>) data).get("who"));
            (who.equals("sick") ? sick : well).incrementAndGet();
            if (who.equals(hanging)) {
                hang();
            }
            Supplier<@Nullable RuntimeException> fails = failure;
            RuntimeException failed = fails == null ? null : fails.get();
            if (failed != null && !(failed instanceof UnavailableException && who.equals("well"))) {
                throw failed;
            }
            return new Generated(Map.of("word", SecretValue.of("canary")), null);
        }

        private void hang() {
            inside.incrementAndGet();
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw new UnavailableException("interrupted", "", null, e);
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void cleanup(GeneratorContext context, Generated generated) {
            cleanups.incrementAndGet();
            if (hangingCleanup) {
                hang();
            }
        }
    }
}
