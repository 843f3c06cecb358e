package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Keys of what was fetched")
class KeysTest {
    private static final SecretValue VALUE = SecretValue.of("canary");

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @DisplayName("are converted by code point")
    @CsvSource({
        ", a/b, a_b",
        "Default, a/b.c-d_e, a_b.c-d_e",
        "Unicode, a/b, a_U002f_b",
        "Unicode, 😀, _U1f600_",
        "Default, 😀, _",
        "Default, grün, gr_n",
        "Unicode, ü, _U00fc_",
        "Default, ABC-xyz.09, ABC-xyz.09",
    })
    void convert(String strategy, String key, String result) {
        assertThat(Keys.convert(strategy, key)).isEqualTo(result);
    }

    @Test
    @DisplayName("must stay apart when they are converted")
    void collision() {
        Map<String, SecretValue> map = new TreeMap<>(Map.of("a/b", VALUE, "a.b", VALUE, "a:b", VALUE));
        assertThatThrownBy(() -> Keys.convert("Default", map))
                .hasMessageStartingWith("secret name collision during conversion: a_b")
                .hasMessageNotContaining("canary");
        assertThat(Keys.convert("Unicode", map)).containsOnlyKeys("a_U002f_b", "a.b", "a_U003a_b");
    }

    @Test
    @DisplayName("that are empty are left out")
    void empty() {
        assertThat(Keys.checked(Map.of("", VALUE, "a", VALUE))).containsOnlyKeys("a");
    }

    @Test
    @DisplayName("of 253 characters are the longest that a Secret may have")
    void length() {
        assertThat(Keys.checked(Map.of("k".repeat(253), VALUE))).hasSize(1);
        assertThatThrownBy(() -> Keys.checked(Map.of("k".repeat(254), VALUE)))
                .hasMessageStartingWith("key has length 254 but max is 253: (following is truncated): kkk");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("may only have characters that the API server accepts, and the message says how to get there")
    @CsvSource({"a/b, /", "grün, ü", "😀, 😀", "'a b', ' '"})
    void characters(String key, String character) {
        assertThatThrownBy(() -> Keys.checked(Map.of(key, VALUE)))
                .hasMessage("invalid secret keys (TIP: use rewrite or conversionStrategy to change keys): key has"
                        + " invalid character " + character
                        + ", only alphanumeric, '-', '.' and '_' are allowed: " + key);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("cannot be the names of directories")
    @CsvSource({".", ".."})
    void dots(String key) {
        assertThatThrownBy(() -> Keys.checked(Map.of(key, VALUE))).hasMessageContaining("is not allowed as a key");
    }

    @Test
    @DisplayName("are checked in order, so that the message is always the same")
    void ordered() {
        assertThatThrownBy(() -> Keys.checked(Map.of("z/", VALUE, "b/", VALUE, "m/", VALUE)))
                .hasMessageEndingWith(": b/");
    }
}
