package dev.eso4j.api.generator.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A user and the password for NTLM.
 *
 * @param usernameSecret Where the name of the user stands, such as {@code user@EXAMPLE.COM}. The Secret has to carry the
 *     label {@code external-secrets.io/type: webhook}.
 * @param passwordSecret Where the password stands. The Secret has to carry the same label.
 */
@ModelRecord
public record NTLMProtocol(SecretKeySelector usernameSecret, SecretKeySelector passwordSecret) {}
