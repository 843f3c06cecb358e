package dev.eso4j.api.generator.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.generator.LocalSecretKeySelector;

/**
 * A Secret for the templates of a request.
 *
 * @param name The name of the object in templates, as {@code auth} in <code>{{ .auth.token }}</code>.
 * @param secretRef The Secret, in the namespace of the consumer. All its keys are members of the object; {@code key}
 *     has no effect.
 */
@ModelRecord
public record WebhookSecret(String name, LocalSecretKeySelector secretRef) {}
