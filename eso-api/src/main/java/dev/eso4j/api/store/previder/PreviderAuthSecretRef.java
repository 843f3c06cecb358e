package dev.eso4j.api.store.previder;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An access token of Previder Vault.
 *
 * @param accessToken Where the access token stands.
 */
@ModelRecord
public record PreviderAuthSecretRef(
        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector accessToken) {}
