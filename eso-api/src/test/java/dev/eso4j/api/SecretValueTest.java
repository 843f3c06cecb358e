package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A secret value")
class SecretValueTest {
    @Test
    @DisplayName("shows its size and nothing else as text")
    void text() {
        assertThat(SecretValue.of("canary-7f3a")).hasToString("SecretValue[11 bytes]");
        assertThat(String.valueOf(SecretValue.empty())).isEqualTo("SecretValue[0 bytes]");
    }

    @Test
    @DisplayName("does not change when the array it came from, or one it gave out, is changed")
    void copies() {
        byte[] given = {1, 2, 3};
        SecretValue value = SecretValue.of(given);
        given[0] = 9;
        value.bytes()[1] = 9;

        assertThat(value.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("is equal to one with the same bytes, whatever they came from")
    void equality() {
        SecretValue one = SecretValue.of("säfe");

        assertThat(one)
                .isEqualTo(SecretValue.of("säfe".getBytes(StandardCharsets.UTF_8)))
                .hasSameHashCodeAs(SecretValue.of("säfe"))
                .isNotEqualTo(SecretValue.of("safe"))
                .isNotEqualTo("säfe");
        assertThat(SecretValue.of(new byte[0])).isEqualTo(SecretValue.empty()).isEqualTo(SecretValue.of(""));
    }

    @Test
    @DisplayName("knows its size in bytes, whether it is empty, and whether it holds a zero byte")
    void content() {
        assertThat(SecretValue.of("ä").size()).isEqualTo(2);
        assertThat(SecretValue.empty().isEmpty()).isTrue();
        assertThat(SecretValue.of("a").isEmpty()).isFalse();
        assertThat(SecretValue.of(new byte[] {65, 0, 66}).containsNullByte()).isTrue();
        assertThat(SecretValue.of("AB").containsNullByte()).isFalse();
    }

    @Test
    @DisplayName("reads bytes that are not UTF-8 as replacement characters, and keeps the bytes")
    void notText() {
        SecretValue value = SecretValue.of(new byte[] {65, (byte) 0xff});

        assertThat(value.utf8()).isEqualTo("A\ufffd");
        assertThat(value.bytes()).containsExactly(65, 0xff);
    }
}
