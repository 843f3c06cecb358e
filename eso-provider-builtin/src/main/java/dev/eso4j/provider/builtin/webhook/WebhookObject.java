package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to one request; a property is what {@code result.jsonPath} makes of it. Immutable and thread-safe. */
final class WebhookObject implements RemoteObject {
    /** What a parsed answer takes, as a multiple of its text. */
    private static final int PARSED = 10;

    private final RequestTemplates templates;
    private final String namespace;
    private final RemoteKey key;
    private final boolean anyProperty;
    private final WebhookAnswer answer;

    /**
     * Creates the object.
     *
     * @param key what was asked for
     * @param anyProperty whether the service would have answered the same for any property
     */
    WebhookObject(
            RequestTemplates templates, String namespace, RemoteKey key, boolean anyProperty, WebhookAnswer answer) {
        this.templates = templates;
        this.namespace = namespace;
        this.key = key;
        this.anyProperty = anyProperty;
        this.answer = answer;
    }

    @Override
    public SecretValue value() {
        return answer.value(path(key.property()), field(null));
    }

    @Override
    public SecretValue property(String property) {
        return answer.value(path(property), field(property));
    }

    @Override
    public Map<String, SecretValue> entries(@Nullable String property) {
        return answer.entries(path(property), field(property));
    }

    private String path(@Nullable String property) {
        if (!anyProperty && property != null && !property.equals(key.property())) {
            throw new InvalidRequestException(
                    "property \"" + property + "\" of " + key.display()
                            + " was not asked for: the request of this store is another for each property",
                    "read the key that keyFor gives");
        }
        return templates.path(key.display(), RemoteRef.reading(key.key(), key.version(), property, namespace));
    }

    /** The path itself may have a secret in it, the template has not. */
    private String field(@Nullable String property) {
        WebhookSettings settings = templates.settings();
        return (property == null ? "" : "for property \"" + property + "\" ") + settings.field() + ".result.jsonPath \""
                + settings.jsonPath() + "\"";
    }

    @Override
    public int size() {
        int bytes = answer.body().size();
        return templates.settings().jsonPath().isEmpty() ? bytes : PARSED * bytes;
    }

    @Override
    public String toString() {
        return "WebhookObject[" + key.display() + ", " + answer.body().size() + " bytes]";
    }
}
