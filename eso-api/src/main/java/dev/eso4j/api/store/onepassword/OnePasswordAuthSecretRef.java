package dev.eso4j.api.store.onepassword;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A token of a Connect server.
 *
 * @param connectTokenSecretRef Where the token stands.
 */
@ModelRecord
public record OnePasswordAuthSecretRef(
        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector connectTokenSecretRef) {}
