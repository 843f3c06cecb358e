package dev.eso4j.api.store.oracle;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A signing key of a user of Oracle Cloud.
 *
 * @param privatekey The Secret with the private key, in PEM and without a passphrase; with name and key.
 * @param fingerprint The Secret with the fingerprint of the key, such as {@code 20:3b:97:13}; with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.privatekey.name) && has(self.privatekey.key)",
        message = "privatekey needs the name of the Secret and the key inside it")
@Rule(
        check = "has(self.fingerprint.name) && has(self.fingerprint.key)",
        message = "fingerprint needs the name of the Secret and the key inside it")
public record OracleSecretRef(SecretKeySelector privatekey, SecretKeySelector fingerprint) {}
