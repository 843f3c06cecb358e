package dev.eso4j.api.store.conjur;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with an API key.
 *
 * @param account The account of Conjur, which the administrator chose when setting it up, such as {@code acme}.
 * @param userRef Where the name of the user or host stands, such as {@code host/apps/shop}.
 * @param apiKeyRef Where the API key stands.
 */
@ModelRecord
public record ConjurAPIKey(
        @Rule(check = Forms.NOT_EMPTY, message = "account is empty; it is the account that Conjur was set up with")
        String account,

        SecretKeySelector userRef,
        SecretKeySelector apiKeyRef) {}
