package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A remote object of JSON")
class JsonRemoteObjectTest {
    private static final JsonRemoteObject OBJECT = JsonRemoteObject.of(
            "secret \"s\"",
            SecretValue.of(
                    "{\"a.b\":\"literal\",\"a\":{\"b\":\"nested\",\"c\":{\"x\":1.0}},\"k#\":\"member\",\"t\":\"canary\"}"));

    private static String property(PropertyOrder order, String property) {
        return OBJECT.withOrder(order).property(property).utf8();
    }

    @Test
    @DisplayName("tries a property with dots in the order of its provider")
    void orders() {
        assertThat(property(PropertyOrder.LITERAL_FIRST, "a.b")).isEqualTo("literal");
        assertThat(property(PropertyOrder.PATH_THEN_LITERAL, "a.b")).isEqualTo("nested");
        assertThat(property(PropertyOrder.PATH_ONLY, "a.b")).isEqualTo("nested");
        assertThat(property(PropertyOrder.MEMBER_FIRST, "a.b")).isEqualTo("literal");
        assertThat(property(PropertyOrder.MEMBER_FIRST, "k#")).isEqualTo("member");
        assertThat(property(PropertyOrder.LITERAL_FIRST, "a.c.x")).isEqualTo("1");
    }

    @Test
    @DisplayName("takes entries from the whole and from a property")
    void entries() {
        assertThat(OBJECT.entries("a.c")).containsEntry("x", SecretValue.of("1.0"));
        assertThat(OBJECT.withConvertedEntries().entries("a.c")).containsEntry("x", SecretValue.of("1"));
        assertThat(OBJECT.entries(null)).hasSize(4);
    }

    @Test
    @DisplayName("reports a missing property as the provider wants it")
    void missing() {
        assertThatThrownBy(() -> OBJECT.property("nope"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("property \"nope\" does not exist in secret \"s\"");
        assertThatThrownBy(() -> OBJECT.withMissingPropertyNotFound().property("nope"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("says that a value is not JSON, and shows it nowhere")
    void notJson() {
        JsonRemoteObject text = JsonRemoteObject.of("secret \"s\"", SecretValue.of("canary: text"));
        assertThatThrownBy(() -> text.property("a"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("not JSON")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> OBJECT.entries("t"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("\"t\"")
                .hasMessageNotContaining("canary");
        assertThat(text.toString()).doesNotContain("canary");
        assertThat(text.size()).isEqualTo(12);
    }
}
