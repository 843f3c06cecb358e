package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How a one-time password (TOTP) is made.
 *
 * @param secret The shared seed in Base32, as the service shows it beside its QR code. Its {@code namespace} has no
 *     effect: the namespace of the consumer is used.
 * @param length How many digits the password has; 6 when absent.
 * @param timePeriod How many seconds a password is valid; 30 when absent.
 * @param algorithm The hash function: {@code sha1}, which is meant when this is absent, {@code sha256} or {@code
 *     sha512}.
 * @param when The moment that the password is for, such as {@code 2026-01-31T12:00:00Z}; now when absent.
 */
@ModelRecord
public record MFASpec(
        SecretKeySelector secret,
        @Nullable Integer length,
        @Nullable Integer timePeriod,
        @Nullable String algorithm,
        @Format("date-time") @Nullable String when) {}
