package dev.eso4j.api.store.passworddepot;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to Password Depot.
 *
 * @param secretRef With a user whose name and password are kept in a Secret.
 */
@ModelRecord
public record PasswordDepotAuth(PasswordDepotSecretRef secretRef) {}
