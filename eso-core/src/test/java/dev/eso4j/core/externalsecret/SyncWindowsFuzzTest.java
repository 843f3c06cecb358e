package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.externalsecret.SyncWindow;
import dev.eso4j.api.externalsecret.SyncWindows;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sync windows under fuzzing")
class SyncWindowsFuzzTest {
    private static final List<String> TOKENS = List.of(
            "0",
            "1",
            "5",
            "23",
            "59",
            "31",
            "12",
            "7",
            "60",
            "999999999",
            "99999999999",
            "*",
            "?",
            "-",
            "/",
            ",",
            "mon",
            "JAN",
            "sun",
            "L",
            "W",
            "#",
            " ",
            "@every 1h",
            "@daily",
            "@reboot",
            "\u0000",
            "٣");
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-11-24T06:30:15Z"),
            Instant.parse("2024-02-29T23:59:59.999999999Z"),
            Instant.parse("1969-12-31T23:59:59Z"),
            Instant.EPOCH,
            Instant.parse("2099-12-31T23:59:59Z"));

    private static String field(Chaos chaos, int most) {
        return switch (chaos.below(8)) {
            case 0 -> chaos.below(most) + "-" + chaos.below(most);
            case 1 -> "*/" + chaos.pick("1", "2", "7", "59", "999999999");
            case 2 -> chaos.below(most) + "/" + (1 + chaos.below(9));
            case 3 -> chaos.below(most) + "," + chaos.below(most);
            case 4 -> Integer.toString(chaos.below(most));
            case 5 -> chaos.tokens(TOKENS, 3);
            default -> "*";
        };
    }

    private static SyncWindow window(Chaos chaos) {
        String cron = field(chaos, 61) + " " + field(chaos, 25) + " " + field(chaos, 32) + " " + field(chaos, 13) + " "
                + field(chaos, 8);
        String schedule = chaos.chance(70)
                ? cron
                : chaos.either(
                        () -> chaos.tokens(TOKENS, 8),
                        chaos::text,
                        () -> "@every " + chaos.pick("1s", "0s", "-1h", "2562047h"));
        return new SyncWindow(schedule, chaos.pick("1h", "1ns", "2562047h", "0", "-1m", "x", "8760h"));
    }

    @Test
    @DisplayName("are read, or refused with the field's name; and what is open and what comes next agree")
    void windows() {
        Fuzz.of("sync windows", SyncWindowsFuzzTest::window)
                .count(6_000)
                .first(
                        new SyncWindow("*/999999999 0/999999999 31 2 *", "1h"),
                        new SyncWindow("0 0 31 2 *", "1h"),
                        new SyncWindow("1,".repeat(100_000) + "1 * * * *", "1h"),
                        new SyncWindow(" ".repeat(1_000_000), "1h"),
                        new SyncWindow("* ".repeat(100_000), "1h"),
                        new SyncWindow("x".repeat(1_000_000) + " * * * *", "1h"),
                        new SyncWindow("@every 2562047h47m16s", "2562047h"),
                        new SyncWindow("@every 1s", "2562047h"))
                .refusedBy(IllegalArgumentException.class)
                .longestMessage(500)
                .everyMessage("names the window", (w, message) -> message.startsWith("spec.syncWindows.windows[0]."))
                .run(window -> {
                    SyncWindowsGate allow = SyncWindowsGate.of(new SyncWindows("allow", List.of(window)));
                    SyncWindowsGate deny = SyncWindowsGate.of(new SyncWindows("deny", List.of(window)));
                    for (Instant time : TIMES) {
                        assertThat(allow.allows(time)).isNotEqualTo(deny.allows(time));
                        if (!allow.allows(time)) {
                            allow.opens(time).ifPresent(t -> {
                                assertThat(t).isAfter(time);
                                assertThat(allow.allows(t)).isTrue();
                            });
                        }
                        if (!deny.allows(time)) {
                            assertThat(deny.opens(time)).isPresent();
                        }
                    }
                    return List.of();
                });
    }
}
