package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An RE2 expression")
class RegexpSizeTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("of usual size is let through, valid or not")
    @ValueSource(
            strings = {
                "",
                "^team-(a|b)/.*$",
                "(?i)[a-z0-9]{1,253}",
                "(?P<x>a{450}){4}",
                "(?i)straße[а-я]",
                "(?i)\\x{4e2d}",
                "[b-\\x{3000}]",
                "\\Qa{9999}(\\E",
                "\\x{10FFFF}{2}",
                "[(((((]{3}",
                "[]{9999}]",
                "a{,5}",
                "a{9999",
                "{9999}",
                "(",
                ")))",
                "\\",
                "[",
                "\\p{Greek}+",
                "[[:alpha:]{9}]*"
            })
    void usual(String expression) {
        assertThat(RegexpSize.problem(expression)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that unfolds into a giant program is measured before it is compiled")
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(a{200}){200}",
                "(?:(?:a?){1000}){1000}",
                "([a-z]{500}b){0,90}",
                "a{99999}",
                "(\\pL{1000}){2}",
                "(?:[[:alpha:]]{1000}){2}",
                "(\\Qabcdefghijklmnopqrstuvwxyz\\E){1000}"
            })
    void giant(String expression) {
        assertThat(RegexpSize.problem(expression)).contains("too large").contains("repetitions");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that would be folded for ever is refused")
    @ValueSource(
            strings = {
                "(?i)[b-\\x{3000}]",
                "(?i)\u1c80",
                "(?si:\\x{1C88})",
                "(?i)[m-\udbb8\ude97^[{1000}",
                "(?i)\\Q\u1c85\\E"
            })
    void unfoldable(String expression) {
        assertThat(RegexpSize.problem(expression)).contains("ignores case");
    }

    @ParameterizedTest(name = "{0} levels")
    @DisplayName("with groups in groups in groups is refused before it needs the stack")
    @ValueSource(ints = {201, 100_000})
    void deep(int levels) {
        assertThat(RegexpSize.problem("(".repeat(levels) + "a" + ")".repeat(levels)))
                .contains("nested deeper than 200");
    }
}
