package dev.eso4j.template.functions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A template that fails on purpose")
class FailMessageTest {
    private static final Map<String, byte[]> DATA = Map.of("pw", "s3cr3t".getBytes(StandardCharsets.UTF_8));

    @Test
    @DisplayName("says why, if that is written in the template")
    void literal() {
        assertThatThrownBy(() -> TemplateEngine.standard().render("{{ fail \"no host\" }}", DATA))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("no host");
    }

    @Test
    @DisplayName("keeps a message that it has put together to itself, since it may hold a value")
    void computed() {
        assertThatThrownBy(() -> TemplateEngine.standard().render("{{ fail (print \"bad \" .pw) }}", DATA))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("fail")
                .hasMessageNotContaining("s3cr3t");
    }
}
