package dev.eso4j.api.store.dvls;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to Devolutions Server.
 *
 * @param secretRef With an application key and its secret that are kept in Secrets.
 */
@ModelRecord
public record DVLSAuth(DVLSAuthSecretRef secretRef) {}
