package dev.eso4j.api.store.onepassword;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to a Connect server.
 *
 * @param secretRef With a token that is kept in a Secret.
 */
@ModelRecord
public record OnePasswordAuth(OnePasswordAuthSecretRef secretRef) {}
