package dev.eso4j.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changes of keys")
class KeyChangesTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("name what comes, changes, goes and is emptied, in order, without values")
    void named() {
        KeyChanges changes = KeyChanges.between(
                Map.of("same", bytes("1"), "new-value", bytes("canary-1"), "gone", bytes("x"), "emptied", bytes("y")),
                Map.of(
                        "same", bytes("1"),
                        "new-value", bytes("canary-2"),
                        "emptied", bytes(""),
                        "b-added", bytes("z"),
                        "a-added-empty", bytes("")));
        assertThat(changes.added()).containsExactly("a-added-empty", "b-added");
        assertThat(changes.updated()).containsExactly("emptied", "new-value");
        assertThat(changes.removed()).containsExactly("gone");
        assertThat(changes.emptied()).containsExactly("a-added-empty", "emptied");
        assertThat(changes.all()).containsExactly("a-added-empty", "b-added", "emptied", "gone", "new-value");
        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName("are none between equal data")
    void none() {
        assertThat(KeyChanges.between(Map.of("a", bytes("1")), Map.of("a", bytes("1")))
                        .isEmpty())
                .isTrue();
    }
}
