package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The schedule of a sync window")
class ScheduleTest {
    private static Schedule parse(String text) {
        return Schedule.parse("schedule", text);
    }

    @ParameterizedTest(name = "{0} after {1} fires at {2}")
    @DisplayName("fires as a cron schedule of five fields")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * *      | 2026-03-02T10:00:00Z | 2026-03-03T02:00:00Z",
                "*/15 * * * *   | 2026-03-02T10:01:00Z | 2026-03-02T10:15:00Z",
                "5/20 * * * *   | 2026-03-02T10:06:00Z | 2026-03-02T10:25:00Z",
                "0 9-17/4 * * * | 2026-03-02T10:00:00Z | 2026-03-02T13:00:00Z",
                "0 0 1,15 * *   | 2026-03-02T10:00:00Z | 2026-03-15T00:00:00Z",
                "0 0 * * MON    | 2026-03-02T10:00:00Z | 2026-03-09T00:00:00Z",
                "0 0 * jun *    | 2026-03-02T10:00:00Z | 2026-06-01T00:00:00Z",
                "0 0 13 * fri   | 2026-03-02T10:00:00Z | 2026-03-06T00:00:00Z",
                "0 0 13 * *     | 2026-03-02T10:00:00Z | 2026-03-13T00:00:00Z",
                "0 0 */2 * mon  | 2026-03-02T10:00:00Z | 2026-03-03T00:00:00Z",
                "0 0 29 2 *     | 2026-03-02T10:00:00Z | 2028-02-29T00:00:00Z",
                "? ? * * ?      | 2026-03-02T10:00:00Z | 2026-03-02T10:01:00Z",
                "@hourly        | 2026-03-02T10:00:00Z | 2026-03-02T11:00:00Z",
                "@daily         | 2026-03-02T10:00:00Z | 2026-03-03T00:00:00Z",
                "@midnight      | 2026-03-02T10:00:00Z | 2026-03-03T00:00:00Z",
                "@weekly        | 2026-03-02T10:00:00Z | 2026-03-08T00:00:00Z",
                "@monthly       | 2026-03-02T10:00:00Z | 2026-04-01T00:00:00Z",
                "@yearly        | 2026-03-02T10:00:00Z | 2027-01-01T00:00:00Z",
                "@annually      | 2026-03-02T10:00:00Z | 2027-01-01T00:00:00Z",
                "59 23 31 12 *  | 2026-12-31T23:58:59Z | 2026-12-31T23:59:00Z",
            })
    void fires(String schedule, Instant after, Instant expected) {
        assertThat(parse(schedule).firstAfter(after)).hasValue(expected);
        assertThat(parse(schedule).lastAtOrBefore(expected)).hasValue(expected);
        assertThat(parse(schedule).lastAtOrBefore(expected.minusSeconds(1)).orElseThrow())
                .isBeforeOrEqualTo(after);
    }

    @Test
    @DisplayName("counts @every from the Unix epoch, so that it means the same everywhere and after a restart")
    void every() {
        Schedule schedule = parse("@every 6h");
        assertThat(schedule.firstAfter(Instant.parse("2026-03-02T10:00:00Z")))
                .hasValue(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(schedule.open(Instant.parse("2026-03-02T07:00:00Z"), Duration.ofHours(1)))
                .isTrue();
        assertThat(schedule.open(Instant.parse("2026-03-02T07:30:00Z"), Duration.ofHours(1)))
                .isFalse();
    }

    @Test
    @DisplayName("is in UTC, wherever the process runs")
    void utc() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(parse("30 2 * * *").firstAfter(Instant.parse("2026-03-02T00:00:00Z")))
                    .hasValue(Instant.parse("2026-03-02T02:30:00Z"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @DisplayName("that never fires within five years is never open")
    void never() {
        Schedule schedule = parse("0 0 31 2 *");
        assertThat(schedule.firstAfter(Instant.EPOCH)).isEmpty();
        assertThat(schedule.open(Instant.parse("2026-03-02T00:00:00Z"), Duration.ofHours(1)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} seconds after it opened: {1}")
    @DisplayName("opens for its duration, both ends included, in whole seconds")
    @CsvSource({"-1, false", "0, true", "1800, true", "3600, true", "3600.999, true", "3601, false"})
    void open(double seconds, boolean open) {
        Instant now = Instant.parse("2026-03-02T02:00:00Z").plusMillis((long) (seconds * 1000));
        assertThat(parse("0 2 * * *").open(now, Duration.ofHours(1))).isEqualTo(open);
    }

    @Test
    @DisplayName("whose windows overlap is open without a gap")
    void overlapping() {
        Schedule schedule = parse("0 * * * *");
        for (int second = 0; second < 7200; second += 7) {
            assertThat(schedule.open(Instant.parse("2026-03-02T02:00:00.5Z").plusSeconds(second), Duration.ofHours(2)))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @DisplayName("that is none is refused with its field")
    @ValueSource(
            strings = {
                "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 7",
                "5-1 * * * *", "*/0 * * * *", "a * * * *", "* * * foo *", "1- * * * *", ", * * * *", "@noon",
                        "@every 1d",
                "@every 500ms", "@every", "-1 * * * *"
            })
    void invalid(String text) {
        assertThatThrownBy(() -> Schedule.parse("spec.syncWindows.windows[0].schedule", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("spec.syncWindows.windows[0].schedule");
    }
}
