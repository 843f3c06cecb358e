package dev.eso4j.api.generator.grafana;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.generator.LocalSecretKeySelector;

/**
 * A user and the password.
 *
 * @param username The name of the user.
 * @param password Where the password stands.
 */
@ModelRecord
public record GrafanaBasicAuth(String username, LocalSecretKeySelector password) {}
