package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Durations under fuzzing")
class GoDurationFuzzTest {
    private static final List<String> TOKENS = List.of(
            "0",
            "1",
            "9",
            "24",
            "1.5",
            ".5",
            "1.",
            ".",
            "-",
            "+",
            " ",
            "h",
            "m",
            "s",
            "ms",
            "us",
            "µs",
            "μs",
            "ns",
            "d",
            "H",
            "99999999999999999999",
            "1e3",
            "٣",
            "\u0000");

    private static String duration(Chaos chaos) {
        StringBuilder out = new StringBuilder(chaos.pick("", "", "-", "+"));
        for (int i = chaos.below(5); i > 0; i--) {
            out.append(chaos.pick("0", "1.5", ".25", "7.", Integer.toString(chaos.below(Integer.MAX_VALUE))))
                    .append(chaos.pick("h", "m", "s", "ms", "us", "µs", "ns"));
        }
        return out.toString();
    }

    @Test
    @DisplayName("of a million parts are refused before each part has cost something")
    void millionParts() {
        assertThatThrownBy(() -> GoDuration.parse("spec.x", "1h".repeat(500_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("spec.x: \"1h1h");
    }

    @Test
    @DisplayName("are read, or refused with the field's name, whatever the text")
    void durations() {
        Fuzz.of(
                        "durations",
                        chaos -> chaos.either(
                                () -> duration(chaos),
                                () -> chaos.mutate(duration(chaos)),
                                () -> chaos.tokens(TOKENS, 8),
                                chaos::text))
                .count(20_000)
                .first(
                        "1h".repeat(500_000),
                        "9".repeat(1_000_000) + "h",
                        "-".repeat(100_000),
                        "." + "0".repeat(39) + "1h")
                .refusedBy(IllegalArgumentException.class)
                .longestMessage(300)
                .everyMessage("begins with the field", (text, message) -> message.startsWith("spec.x: "))
                .run(text -> {
                    Duration duration = GoDuration.parse("spec.x", text);
                    if (!text.startsWith("-") && !text.startsWith("+")) {
                        assertThat(GoDuration.parse("", "-" + text)).isEqualTo(duration.negated());
                        assertThat(duration).isGreaterThanOrEqualTo(Duration.ZERO);
                    }
                    return List.of();
                });
    }
}
