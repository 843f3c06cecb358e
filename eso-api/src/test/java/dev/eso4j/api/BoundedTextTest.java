package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.NotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text in a message")
class BoundedTextTest {
    @Test
    @DisplayName("stays as it is when it fits")
    void fits() {
        assertThat(BoundedText.of("key \"é😀\"\n\tnext", 100)).isEqualTo("key \"é😀\"\n\tnext");
    }

    @Test
    @DisplayName("keeps its beginning and its end when it does not")
    void bounded() {
        assertThat(BoundedText.of("begin " + "x".repeat(5_000_000) + " end", 100))
                .hasSize(100)
                .startsWith("begin ")
                .contains("…")
                .endsWith(" end");
    }

    @Test
    @DisplayName("never has half a character, wherever it is cut, nor what steers a terminal")
    void halves() {
        assertThat(BoundedText.of("a\ud800b\udc00\u001b[31m\u0000", 100)).isEqualTo("a\ufffdb\ufffd\ufffd[31m\ufffd");
        for (int most = 10; most < 20; most++) {
            assertThat(BoundedText.of("😀".repeat(50), most).codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
        }
    }

    @Test
    @DisplayName("is bounded in every error of a provider")
    void errors() {
        assertThat(new NotFoundException("property \"" + "a.".repeat(100_000) + "\" does not exist", "add it"))
                .message()
                .hasSize(1000)
                .startsWith("property \"a.a.")
                .endsWith("does not exist");
    }
}
