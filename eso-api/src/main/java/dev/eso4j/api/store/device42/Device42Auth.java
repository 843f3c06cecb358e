package dev.eso4j.api.store.device42;

import dev.eso4j.api.ModelRecord;

/**
 * How a store authenticates to Device42.
 *
 * @param secretRef The name and password of a user, kept in a Secret.
 */
@ModelRecord
public record Device42Auth(Device42SecretRef secretRef) {}
