package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.SyncWindow;
import dev.eso4j.api.externalsecret.SyncWindows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sync windows")
class SyncWindowsTest {
    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    private static SyncWindowsGate gate(String kind, SyncWindow... windows) {
        return SyncWindowsGate.of(new SyncWindows(kind, List.of(windows)));
    }

    private static final SyncWindow NIGHT = new SyncWindow("0 2 * * *", "2h");
    private static final SyncWindow NOON = new SyncWindow("0 12 * * *", "30m");

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @DisplayName("let a refresh pass in one of them, or with deny in none of them")
    @CsvSource({
        "allow, 01:59:59, false",
        "allow, 02:00:00, true",
        "allow, 04:00:00, true",
        "allow, 04:00:01, false",
        "allow, 12:15:00, true",
        "deny, 01:59:59, true",
        "deny, 03:00:00, false",
        "deny, 12:30:00, false",
        "deny, 12:30:01, true",
    })
    void gate(String kind, String time, boolean allowed) {
        assertThat(gate(kind, NIGHT, NOON).allows(at(time))).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} at {1} opens at {2}")
    @DisplayName("that are closed say when they open")
    @CsvSource({
        "allow, 01:00:00, 02:00:00",
        "allow, 05:00:00, 12:00:00",
        "deny, 03:00:00, 04:00:01",
        "deny, 12:00:00, 12:30:01",
    })
    void opens(String kind, String time, String opens) {
        SyncWindowsGate gate = gate(kind, NIGHT, NOON);
        assertThat(gate.opens(at(time))).hasValue(at(opens));
        assertThat(gate.allows(at(opens))).isTrue();
    }

    @Test
    @DisplayName("that are absent let everything pass")
    void absent() {
        assertThat(SyncWindowsGate.of(null).allows(at("00:00:00"))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("must last for some time")
    @CsvSource({"0s", "-1h", "1d", "''"})
    void duration(String duration) {
        assertThatThrownBy(() -> gate("allow", NIGHT, new SyncWindow("0 2 * * *", duration)))
                .hasMessageStartingWith("spec.syncWindows.windows[1].duration");
    }
}
