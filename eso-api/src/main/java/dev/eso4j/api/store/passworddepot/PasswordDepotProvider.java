package dev.eso4j.api.store.passworddepot;

import dev.eso4j.api.ModelRecord;

/**
 * Entries of a database in Password Depot Enterprise Server, which are read only.
 *
 * @param host The host name of the server without a scheme, such as {@code depot.example.com}. The port is 8714.
 * @param database The name of the database, such as {@code production}.
 * @param auth How to authenticate.
 */
@ModelRecord
public record PasswordDepotProvider(String host, String database, PasswordDepotAuth auth) {}
