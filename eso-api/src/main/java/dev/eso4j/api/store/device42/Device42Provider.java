package dev.eso4j.api.store.device42;

import dev.eso4j.api.ModelRecord;

/**
 * Passwords of Device42; read only.
 *
 * @param host The name of the host of Device42, such as {@code device42.example.com}, without {@code https://}.
 * @param auth How to authenticate.
 */
@ModelRecord
public record Device42Provider(String host, Device42Auth auth) {}
