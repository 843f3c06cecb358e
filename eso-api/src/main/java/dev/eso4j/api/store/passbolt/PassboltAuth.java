package dev.eso4j.api.store.passbolt;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The OpenPGP key of a Passbolt user, with which values are decrypted too.
 *
 * @param passwordSecretRef Where the passphrase of the private key stands.
 * @param privateKeySecretRef Where the private key stands, as armoured OpenPGP.
 */
@ModelRecord
public record PassboltAuth(
        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector passwordSecretRef,

        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector privateKeySecretRef) {}
