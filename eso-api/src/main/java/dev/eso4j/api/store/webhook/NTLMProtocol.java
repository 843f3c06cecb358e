package dev.eso4j.api.store.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The credentials of NTLM. Both Secrets have to carry the label external-secrets.io/type: webhook.
 *
 * @param usernameSecret The Secret with the name, such as {@code EXAMPLE\jane}. It has to carry the label {@code
 *     external-secrets.io/type: webhook}.
 * @param passwordSecret The Secret with the password. It has to carry the label {@code external-secrets.io/type:
 *     webhook}.
 */
@ModelRecord
public record NTLMProtocol(SecretKeySelector usernameSecret, SecretKeySelector passwordSecret) {}
