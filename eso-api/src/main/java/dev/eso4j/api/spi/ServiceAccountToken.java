package dev.eso4j.api.spi;

import dev.eso4j.api.SecretValue;
import java.time.Instant;

/**
 * A token of a ServiceAccount.
 *
 * @param token the token
 * @param expires when it ceases to be valid
 */
public record ServiceAccountToken(SecretValue token, Instant expires) {}
