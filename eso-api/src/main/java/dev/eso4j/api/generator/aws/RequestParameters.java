package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the request for a session token.
 *
 * @param sessionDuration How many seconds the session lasts, from 900 to 129600; 43200 when absent.
 * @param serialNumber The serial number or ARN of the MFA device, such as {@code arn:aws:iam::123456789012:mfa/user}.
 * @param tokenCode The code that the MFA device shows. It is valid once, so this works for one session only.
 */
@ModelRecord
public record RequestParameters(
        @Format("int32") @Nullable Integer sessionDuration,
        @Nullable String serialNumber,
        @Nullable String tokenCode) {}
