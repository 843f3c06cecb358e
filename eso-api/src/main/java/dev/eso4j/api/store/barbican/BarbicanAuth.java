package dev.eso4j.api.store.barbican;

import dev.eso4j.api.ModelRecord;

/**
 * A user of OpenStack.
 *
 * @param username The name of the user.
 * @param password The password of the user.
 */
@ModelRecord
public record BarbicanAuth(BarbicanProviderUsernameRef username, BarbicanProviderPasswordRef password) {}
