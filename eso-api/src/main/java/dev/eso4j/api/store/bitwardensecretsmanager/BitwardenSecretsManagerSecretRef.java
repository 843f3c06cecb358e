package dev.eso4j.api.store.bitwardensecretsmanager;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An access token of Bitwarden.
 *
 * @param credentials Where the access token of the machine account stands.
 */
@ModelRecord
public record BitwardenSecretsManagerSecretRef(SecretKeySelector credentials) {}
