package dev.eso4j.api.store.chef;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to Chef.
 *
 * @param secretRef With the private key of a user or client that is kept in a Secret.
 */
@ModelRecord
public record ChefAuth(ChefAuthSecretRef secretRef) {}
