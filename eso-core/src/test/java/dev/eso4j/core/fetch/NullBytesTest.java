package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("nullBytePolicy")
class NullBytesTest {
    private static final SecretValue BINARY = SecretValue.of("canary\0tail");

    @Test
    @DisplayName("lets zero bytes pass when it is absent or Ignore")
    void ignore() {
        assertThatCode(() -> {
                    NullBytes.check(null, "k", BINARY);
                    NullBytes.check("Ignore", "k", BINARY);
                    NullBytes.check("Fail", "k", SecretValue.of("text"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Fail names the key and what to do, and not the value")
    void fail() {
        assertThatThrownBy(() -> NullBytes.check("Fail", "cert", BINARY))
                .hasMessage("fetched secret value for key \"cert\" contains null bytes; use a text-safe format such as"
                        + " PEM/base64 or leave nullBytePolicy unset for intentional binary data");
    }
}
