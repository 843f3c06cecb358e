package dev.eso4j.api.store.bitwardensecretsmanager;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to Bitwarden.
 *
 * @param secretRef With the access token of a machine account that is kept in a Secret.
 */
@ModelRecord
public record BitwardenSecretsManagerAuth(BitwardenSecretsManagerSecretRef secretRef) {}
