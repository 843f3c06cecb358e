package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rewrite by regular expression replaces as Go does")
class GoRegexpTest {
    private static String replace(String source, String input, String target) {
        return GoRegexp.replaceAll(GoRegexp.compile("regexp.source", source), input, target, new RewriteWork());
    }

    @ParameterizedTest(name = "{0} on {1} by {2} gives {3}")
    @DisplayName("in the examples that the existing operator pins")
    @CsvSource({
        "-, foo-bar, _, foo_bar",
        "^my/initial/path/, my/initial/path/key, '', key",
        "(.*), foo, new-$1, new-foo",
        "f(?P<content>.*)o, floo, a_new_path_${content}_${1}, a_new_path_lo_lo",
    })
    void pinned(String source, String input, String target, String result) {
        assertThat(replace(source, input, target)).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} on {1} by {2} gives {3}")
    @DisplayName("with its rules for templates")
    @CsvSource({
        "(a), a, $1x, ''",
        "(a), a, ${1}x, ax",
        "(a), a, $$1, $1",
        "(a), a, $, $",
        "(a), a, $$, $",
        "(a), a, $-, $-",
        "(a), a, ${1, ${1",
        "(a), a, ${}, ${}",
        "(a), a, ${-}, ${-}",
        "(a), a, $2, ''",
        "(a), a, $nothing, ''",
        "(a), a, $0$0, aa",
        "(a), a, $01, ''",
        "(a), a, ${00}, ''",
        "(a), a, $99999999999, ''",
        "(?P<a>a), a, $aé, ''",
        "(a)|(b), b, <$1$2>, <b>",
        "(a), a, $１, ''",
    })
    void templates(String source, String input, String target, String result) {
        assertThat(replace(source, input, target)).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} on {1} by {2} gives {3}")
    @DisplayName("with its rules for empty matches")
    @CsvSource({
        "'', abc, -, -a-b-c-",
        "x*, abc, -, -a-b-c-",
        "b*, abc, -, -a-c-",
        "$, abc, -, abc-",
        "^, abc, -, -abc",
        "^a, aaa, -, -aa",
        "'', '', x, x",
        "a*, '', x, x",
        "x*, 😀é, -, -😀-é-",
        "\\b, 'a b', |, |a| |b|",
    })
    void emptyMatches(String source, String input, String target, String result) {
        assertThat(replace(source, input, target)).isEqualTo(result);
    }

    @Test
    @DisplayName("and leaves a key that does not match")
    void noMatch() {
        assertThat(replace("x", "abc", "y")).isEqualTo("abc");
    }

    @Test
    @DisplayName("and refuses, with the field, what RE2 does not have")
    void invalid() {
        assertThatThrownBy(() -> GoRegexp.compile("find.name.regexp", "(?=a)"))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("find.name.regexp is not a valid RE2 expression");
    }
}
