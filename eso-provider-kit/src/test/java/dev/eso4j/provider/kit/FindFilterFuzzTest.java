package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What comes from outside, under fuzzing:")
class FindFilterFuzzTest {
    private static final List<String> TOKENS = List.of(
            "a",
            "b",
            ".",
            "*",
            "+",
            "?",
            "??",
            "(",
            ")",
            "(?:",
            "(?P<n>",
            "(?i)",
            "(?s)",
            "[",
            "]",
            "[^",
            "[a-z]",
            "[[:alpha:]]",
            "\\d",
            "\\pL",
            "\\p{Greek}",
            "\\Q",
            "\\E",
            "\\x{10FFFF}",
            "\\b",
            "\\",
            "{2}",
            "{1000}",
            "{1001}",
            "{0,}",
            "|",
            "^",
            "$",
            "(?=a)",
            "\\1",
            "(?P<n");

    @Test
    @DisplayName("expressions of searches match or are refused, within bounds of time and memory")
    void expressions() {
        Fuzz.of("search expressions", chaos -> chaos.tokens(TOKENS, 12))
                .count(4_000)
                .first(
                        Chaos.nested("(", "a", ")", 100_000),
                        Chaos.nested("(?:", "a", ")*", 100_000),
                        "((a{1000}){1000}){1000}",
                        "(((a{100}){100}){100}){100}",
                        "((((a*)*)*)*)*b",
                        "(a?){1000}a{1000}",
                        "(^|){399}.*",
                        "\\pL{1000}".repeat(100),
                        "a|".repeat(100_000),
                        "[a-z]".repeat(100_000),
                        "x".repeat(1_000_000))
                .refusedBy(InvalidRequestException.class)
                .longestMessage(600)
                .allocating(256L << 20)
                .run(expression -> {
                    FindFilter filter = FindFilter.of(new FindRequest(null, expression, Map.of()));
                    filter.matchesName("a".repeat(253));
                    filter.matchesName("team-a/database");
                    return List.of();
                });
    }

    @Test
    @DisplayName("Retry-After is a time or nothing")
    void retryAfter() {
        Instant now = Instant.parse("2026-11-24T00:00:00Z");
        String date = "Tue, 24 Nov 2026 00:00:30 GMT";
        Fuzz.of("Retry-After", chaos -> chaos.either(chaos::number, chaos::text, () -> chaos.mutate(date)))
                .count(4_000)
                .first("9".repeat(1_000_000), "Tue, 24 Nov 999999999 00:00:30 GMT", "Tue, 24 Nov 2026 00:00:30 +2359")
                .run(header -> RetryAfter.parse(header, now) == null ? List.of("nothing") : List.of());
    }
}
