package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock jumps as when somebody corrects it; time itself passes as ever. */
@DisplayName("When the clock of the machine jumps by an hour")
class ClockJumpsTest {
    private final AtomicReference<ManualClock> time = new AtomicReference<>(new ManualClock());
    private final AtomicReference<Duration> jump = new AtomicReference<>(Duration.ZERO);
    private final OperatorBench bench = new OperatorBench(builder -> builder.clock(
            () -> time.get().instant().plus(jump.get()), () -> time.get().nanos()));

    @BeforeEach
    void start() {
        time.set(bench.clock);
        bench.start();
        bench.externalSecret("db", "refreshInterval: 2h", "target: {name: db}");
        bench.awaitReady("db");
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Instant refreshed() {
        return Instant.parse(bench.local
                .get(ResourceType.EXTERNAL_SECRETS, "shop", "db")
                .orElseThrow()
                .getStatus()
                .refreshTime());
    }

    @ParameterizedTest(name = "{0} h: what changes is synced at once, and refreshes go on at their interval")
    @ValueSource(ints = {1, -1})
    void jumps(int hours) {
        jump.set(Duration.ofHours(hours));
        bench.settle();
        bench.step();
        bench.backend.secrets.put("db", "{\"user\":\"after\"}");
        bench.local.patch(
                ResourceType.EXTERNAL_SECRETS,
                "shop",
                "db",
                Map.of("metadata", Map.of("labels", Map.of("changed", "yes"))),
                "test");
        bench.awaitData("db", Map.of("user", "after"));

        bench.backend.secrets.put("db", "{\"user\":\"refreshed\"}");
        bench.advance(Duration.ofMinutes(119));
        bench.settle();
        assertThat(bench.data("db")).as("before the interval is over").hasValue(Map.of("user", "after"));
        bench.advance(Duration.ofMinutes(7));
        bench.awaitData("db", Map.of("user", "refreshed"));

        // And back: a time of the last refresh that lies ahead must not keep from refreshing.
        jump.set(Duration.ZERO);
        bench.backend.secrets.put("db", "{\"user\":\"back\"}");
        for (int i = 0; i < 4; i++) {
            bench.advance(Duration.ofMinutes(63));
            bench.settle();
        }
        bench.awaitData("db", Map.of("user", "back"));
        bench.check(b -> assertThat(refreshed()).isBeforeOrEqualTo(bench.clock.instant()));
    }
}
