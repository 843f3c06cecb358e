package dev.eso4j.core.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.template.Template;
import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import dev.eso4j.template.exec.MissingKey;
import java.util.Map;

/** A template that gives keys their new names; a key is its {@code .value}. Immutable and thread-safe. */
final class KeyTemplate {
    /** Whatever the operator's delimiters are, rewrites have these. */
    static final String ACTION = "{{";

    private final Template template;

    KeyTemplate(String text) {
        try {
            template = Engine.INSTANCE.parse("transform", text);
        } catch (TemplateException e) {
            throw new FetchException("transform failed with failed to parse template: " + e.getMessage());
        }
    }

    String render(String key) {
        try {
            return new String(template.execute(Map.of("value", key)), UTF_8);
        } catch (TemplateException e) {
            throw new FetchException(
                    "transform failed with failed to execute template for key \"" + key + "\": " + e.getMessage());
        }
    }

    /** Loaded with the first such rewrite. */
    private static final class Engine {
        static final TemplateEngine INSTANCE =
                TemplateEngine.builder().missingKey(MissingKey.NO_VALUE).build();
    }
}
