package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("decodingStrategy")
class DecodingTest {
    private static String decode(String strategy, String value) {
        return new String(Decoding.decode(strategy, SecretValue.of(value)).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("leaves the value when it is absent or None")
    @NullSource
    @ValueSource(strings = {"", "None"})
    void none(String strategy) {
        assertThat(decode(strategy, "YmFy")).isEqualTo("YmFy");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @DisplayName("decodes as Go does: padding is needed, line breaks and trailing bits do not matter")
    @CsvSource({
        "Base64, YmFy, bar",
        "Base64URL, YmFy, bar",
        "Auto, YmFy, bar",
        "Base64, Zh==, f",
        "Base64, '', ''",
        "Base64, 'Pz8/', '???'",
        "Base64URL, 'Pz8_', '???'",
        "Auto, 'Pz8_', '???'",
    })
    void decodes(String strategy, String value, String result) {
        assertThat(decode(strategy, value)).isEqualTo(result);
    }

    @Test
    @DisplayName("ignores line breaks anywhere")
    void lineBreaks() {
        assertThat(decode("Base64", "Ym\r\nF\ny\n")).isEqualTo("bar");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Base64 and Base64URL refuse what is not, and do not say what it was")
    @ValueSource(strings = {"foo", "YQ", "YQ=", "====", "Y Q==", "YQ==YQ==", "canary!!"})
    void refuses(String value) {
        for (String strategy : new String[] {"Base64", "Base64URL"}) {
            assertThatThrownBy(() -> decode(strategy, value))
                    .isInstanceOf(FetchException.class)
                    .hasMessageStartingWith("the value is not " + strategy)
                    .hasMessageNotContaining(value);
        }
    }

    @Test
    @DisplayName("each of the two alphabets refuses the other")
    void alphabets() {
        assertThatThrownBy(() -> decode("Base64", "Pz8_")).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> decode("Base64URL", "Pz8/")).isInstanceOf(FetchException.class);
    }

    @ParameterizedTest(name = "{0} stays")
    @DisplayName("Auto leaves what is neither")
    @ValueSource(strings = {"foo", "not base64 at all", "YQ="})
    void autoLeaves(String value) {
        assertThat(decode("Auto", value)).isEqualTo(value);
    }

    @Test
    @DisplayName("Auto takes whatever happens to be Base64 for it, as manifests have learned to expect")
    void autoIsGreedy() {
        assertThat(Decoding.decode("Auto", SecretValue.of("1234")).bytes())
                .containsExactly((byte) 0xd7, (byte) 0x6d, (byte) 0xf8);
    }

    @Test
    @DisplayName("names the strategies there are when it gets another")
    void unknown() {
        assertThatThrownBy(() -> decode("Hex", "00")).hasMessageContaining("use None, Base64, Base64URL or Auto");
    }
}
