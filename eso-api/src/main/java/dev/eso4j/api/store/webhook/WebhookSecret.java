package dev.eso4j.api.store.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A Secret whose keys templates may use.
 *
 * @param name The name in templates: the key {@code token} of a secret named {@code auth} is {@code {{ .auth.token }}}.
 *     Do not name one {@code remoteRef}, which stands for the secret that is asked for.
 * @param secretRef The Secret. All its keys can be used, whatever {@code key} says. A ClusterSecretStore has to name
 *     the namespace.
 */
@ModelRecord
public record WebhookSecret(String name, SecretKeySelector secretRef) {}
