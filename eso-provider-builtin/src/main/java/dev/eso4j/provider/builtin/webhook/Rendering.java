package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import dev.eso4j.template.exec.MissingKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders the templates of requests; the only class here that knows the engine, which is loaded with it. */
final class Rendering {
    /** What an absent name prints. Manifests may ask whether a name is there, so that alone is no error. */
    private static final String ABSENT = "<no value>";

    private static final TemplateEngine ENGINE =
            TemplateEngine.builder().missingKey(MissingKey.NO_VALUE).build();

    private Rendering() {}

    /** Returns what is wrong with a template, as the end of a sentence. */
    static Optional<String> problem(String template) {
        try {
            ENGINE.parse("template", template);
            return Optional.empty();
        } catch (TemplateException e) {
            return Optional.of("cannot be parsed at line " + e.line() + ": " + e.reason());
        }
    }

    /**
     * Renders a template with the first data that have every name which it prints.
     *
     * @throws InvalidRequestException if it fails, or prints something that there is not; the message has no value in it
     */
    static SecretValue bytes(String operation, String field, String template, List<Map<String, ?>> data) {
        if (!template.contains("{{")) {
            return SecretValue.of(template);
        }
        TemplateException failure = null;
        for (Map<String, ?> each : data) {
            try {
                byte[] rendered = ENGINE.parse("template", template).execute(each);
                if (template.contains(ABSENT) || !contains(rendered) || anyContains(each)) {
                    return SecretValue.of(rendered);
                }
                failure = null;
            } catch (TemplateException e) {
                failure = e;
            }
        }
        throw failed(operation, field, failure);
    }

    /** Renders a template to text. */
    static String text(String operation, String field, String template, List<Map<String, ?>> data) {
        SecretValue rendered = bytes(operation, field, template, data);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(rendered.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequestException(
                    operation + ": " + field + " renders to something that is not UTF-8 text",
                    "encode the value in the template, for example with b64enc");
        }
    }

    private static InvalidRequestException failed(String operation, String field, @Nullable TemplateException failure) {
        return failure == null
                ? new InvalidRequestException(
                        operation + ": " + field + " refers to a name that does not exist",
                        "correct the name, or add the key to the Secret; ask with if where it may be absent")
                : new InvalidRequestException(
                        operation + ": " + field + " cannot be rendered: line " + failure.line() + ": "
                                + failure.reason(),
                        "correct the template");
    }

    private static boolean anyContains(Object data) {
        if (data instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Rendering::anyContains);
        }
        return data instanceof byte[] bytes
                ? contains(bytes)
                : String.valueOf(data).contains(ABSENT);
    }

    private static boolean contains(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(ABSENT);
    }
}
