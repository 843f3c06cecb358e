package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.Models;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An ExternalSecret")
class RefreshDecisionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    /** A synced one: {@code current} whether spec, labels and annotations are those that were synced. */
    private static ExternalSecret synced(@Nullable Instant refreshed, boolean current, String... members) {
        ExternalSecret es = Models.externalSecret("db", members);
        es.setStatus(new ExternalSecretStatus(
                refreshed == null ? null : refreshed.toString(),
                current ? RefreshDecision.syncedVersion(es) : "0-other",
                List.of(),
                null));
        return es;
    }

    private static ExternalSecret never(String... members) {
        return Models.externalSecret("db", members);
    }

    @Nested
    @DisplayName("is due")
    class Due {
        @ParameterizedTest(name = "{0}")
        @DisplayName("when it has never been synced, under every policy and with every interval")
        @CsvSource({
            "'refreshPolicy: Periodic'",
            "'refreshPolicy: OnChange'",
            "'refreshPolicy: CreatedOnce'",
            "refreshInterval: 0s",
            "refreshInterval: -1h",
            "refreshInterval: 1h"
        })
        void neverSynced(String member) {
            assertThat(RefreshDecision.due(never(member), NOW)).isTrue();
        }

        @ParameterizedTest(name = "{0}, changed {1}, refreshed {2} ago: {3}")
        @DisplayName("as the table of policies says")
        @CsvSource({
            "'refreshPolicy: CreatedOnce', false, PT100H, false",
            "'refreshPolicy: CreatedOnce', true, PT100H, false",
            "'refreshPolicy: OnChange', false, PT100H, false",
            "'refreshPolicy: OnChange', true, PT1S, true",
            "refreshInterval: 1h, false, PT59M59S, false",
            "refreshInterval: 1h, false, PT1H, false",
            "refreshInterval: 1h, false, PT1H0.001S, true",
            "refreshInterval: 1h, true, PT1S, true",
            "refreshInterval: 1h, false, PT-1S, true",
            "refreshInterval: 0s, false, PT100H, false",
            "refreshInterval: 0s, true, PT100H, false",
            "refreshInterval: -5m, true, PT100H, false",
        })
        void table(String member, boolean changed, Duration ago, boolean due) {
            assertThat(RefreshDecision.due(synced(NOW.minus(ago), !changed, member), NOW))
                    .isEqualTo(due);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("when it was synced, but nobody knows when")
        @CsvSource({"'refreshPolicy: Periodic'", "'refreshPolicy: OnChange'", "'refreshPolicy: CreatedOnce'"})
        void noTime(String member) {
            assertThat(RefreshDecision.due(synced(null, true, member), NOW)).isTrue();
        }

        @Test
        @DisplayName("when the time of its last sync cannot be read: the sync then writes it anew")
        void unreadableTime() {
            ExternalSecret es = synced(NOW, true);
            es.setStatus(new ExternalSecretStatus("yesterday", RefreshDecision.syncedVersion(es), List.of(), null));
            assertThat(RefreshDecision.due(es, NOW)).isTrue();
        }

        @Test
        @DisplayName("after an hour when it says no interval, even where no API server has filled that in")
        void defaultInterval() {
            ExternalSecret es = synced(NOW.minusSeconds(3601), true);
            ExternalSecretSpec spec = es.getSpec();
            es.setSpec(new ExternalSecretSpec(
                    spec.secretStoreRef(), null, null, null, null, spec.data(), spec.dataFrom()));
            assertThat(RefreshDecision.interval(es)).isEqualTo(Duration.ofHours(1));
            assertThat(RefreshDecision.due(es, NOW)).isTrue();
        }

        @Test
        @DisplayName(
                "only in its sync windows when the interval is over; a change or a first sync does not wait for them")
        void windows() {
            String night = "syncWindows: {kind: allow, windows: [{schedule: '0 2 * * *', duration: 1h}]}";
            assertThat(RefreshDecision.due(synced(NOW.minus(Duration.ofDays(2)), true, night), NOW))
                    .isFalse();
            assertThat(RefreshDecision.due(
                            synced(NOW.minus(Duration.ofDays(2)), true, night), Instant.parse("2026-03-02T02:30:00Z")))
                    .isTrue();
            assertThat(RefreshDecision.due(synced(NOW.minusSeconds(1), false, night), NOW))
                    .isTrue();
            assertThat(RefreshDecision.due(never(night), NOW)).isTrue();
        }

        @Test
        @DisplayName("never by an interval that is none: that is an error with its field")
        void invalidInterval() {
            ExternalSecret es = never();
            ExternalSecretSpec spec = es.getSpec();
            es.setSpec(new ExternalSecretSpec(
                    spec.secretStoreRef(), null, null, "1d", null, spec.data(), spec.dataFrom()));
            assertThatThrownBy(() -> RefreshDecision.due(es, NOW))
                    .hasMessageStartingWith("spec.refreshInterval: \"1d\"");
        }
    }

    @Nested
    @DisplayName("is known by a text that")
    class SyncedVersion {
        @Test
        @DisplayName("is the existing operator's")
        void golden() {
            assertThat(RefreshDecision.syncedVersion(never()))
                    .isEqualTo("1-f47fe3c0b255b6dd8047cdffa772587bb829efe7a1cb70febeda2eb2");
        }

        @Test
        @DisplayName("changes with generation, labels and annotations")
        void changes() {
            ExternalSecret edited = never();
            edited.getMetadata().setGeneration(2L);
            assertThat(Set.of(
                            RefreshDecision.syncedVersion(never()),
                            RefreshDecision.syncedVersion(edited),
                            RefreshDecision.syncedVersion(Models.externalSecret("db", Map.of("a", "b"), Map.of())),
                            RefreshDecision.syncedVersion(Models.externalSecret("db", Map.of(), Map.of("a", "b")))))
                    .hasSize(4);
        }
    }

    @Nested
    @DisplayName("is looked at again")
    class NextLook {
        @ParameterizedTest(name = "{0}")
        @DisplayName("not by the clock, when the clock has no say")
        @CsvSource({
            "'refreshPolicy: OnChange'",
            "'refreshPolicy: CreatedOnce'",
            "refreshInterval: 0s",
            "refreshInterval: -1h"
        })
        void never(String member) {
            assertThat(RefreshDecision.nextLook(synced(NOW, true, member), NOW)).isEmpty();
        }

        @Test
        @DisplayName("when the interval is over and it is due, plus a jitter of at most a tenth and five minutes")
        void jitter() {
            ExternalSecret es = synced(NOW, true, "refreshInterval: 1h");
            Duration wait = RefreshDecision.nextLook(es, NOW).orElseThrow();
            assertThat(wait)
                    .isGreaterThan(Duration.ofHours(1))
                    .isLessThan(Duration.ofMinutes(65).plusMillis(2));
            assertThat(RefreshDecision.due(es, NOW.plus(wait))).isTrue();
            ExternalSecret quick = synced(NOW, true, "refreshInterval: 10s");
            assertThat(RefreshDecision.nextLook(quick, NOW).orElseThrow())
                    .isBetween(Duration.ofSeconds(10), Duration.ofMillis(11_001));
        }

        @Test
        @DisplayName("always at the same time, and not all at once")
        void spread() {
            Set<Duration> waits = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                ExternalSecret es = synced(NOW, true, "refreshInterval: 1h");
                es.getMetadata().setUid("uid-" + i);
                Duration wait = RefreshDecision.nextLook(es, NOW).orElseThrow();
                assertThat(RefreshDecision.nextLook(es, NOW)).hasValue(wait);
                assertThat(RefreshDecision.nextLook(es, NOW.plusSeconds(600))).hasValue(wait.minusSeconds(600));
                waits.add(wait);
            }
            assertThat(waits).hasSizeGreaterThan(45);
        }

        @Test
        @DisplayName("when a window opens, and not over and over, while one keeps it from being refreshed")
        void blocked() {
            ExternalSecret es = synced(
                    NOW.minus(Duration.ofHours(5)),
                    true,
                    "syncWindows: {kind: allow, windows: [{schedule: '0 2 * * *', duration: 1h}]}");
            assertThat(RefreshDecision.nextLook(es, NOW).orElseThrow())
                    .isBetween(Duration.ofHours(16), Duration.ofHours(16).plusSeconds(2));
            ExternalSecret denied = synced(
                    NOW.minus(Duration.ofHours(5)),
                    true,
                    "syncWindows: {kind: deny, windows: [{schedule: '0 9 * * *', duration: 2h}]}");
            assertThat(RefreshDecision.nextLook(denied, NOW).orElseThrow())
                    .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(2));
        }
    }
}
