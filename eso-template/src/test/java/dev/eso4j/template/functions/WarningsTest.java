package dev.eso4j.template.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.template.limit.Limits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A function whose result is correct and hardly meant")
class WarningsTest {
    private static final String SECRET = "s3cr3t-value";

    @ParameterizedTest(name = "{0}")
    @CsvSource({"b64dec", "b32dec", "hexdec", "fromJson", "durationRound", "htmlDate"})
    @DisplayName("warns, and tells nothing of what it was given")
    void warnsWithoutValues(String function) {
        CalledFunction called = CalledFunction.within(Limits.STANDARD);

        called.with(function, SECRET);

        assertThat(called.warnings())
                .singleElement()
                .asString()
                .isNotBlank()
                .doesNotContain(SECRET)
                .doesNotContain("s3cr");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"toDate", "regexMatch"})
    @DisplayName("warns with two arguments as well")
    void warnsWithoutEitherValue(String function) {
        CalledFunction called = CalledFunction.within(Limits.STANDARD);

        called.with(function, "2006(", SECRET);

        assertThat(called.warnings())
                .singleElement()
                .asString()
                .doesNotContain("s3cr")
                .doesNotContain("2006");
    }
}
