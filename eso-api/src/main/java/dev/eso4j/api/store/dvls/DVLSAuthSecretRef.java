package dev.eso4j.api.store.dvls;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An application of Devolutions Server.
 *
 * @param appId Where the application key stands.
 * @param appSecret Where the application secret stands.
 */
@ModelRecord
public record DVLSAuthSecretRef(
        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector appId,

        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector appSecret) {}
