package dev.eso4j.api.store.onepasswordsdk;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * How to authenticate to 1Password.
 *
 * @param serviceAccountSecretRef Where the token of the service account stands, which begins with {@code ops_}.
 */
@ModelRecord
public record OnePasswordSDKAuth(
        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY)
        SecretKeySelector serviceAccountSecretRef) {}
