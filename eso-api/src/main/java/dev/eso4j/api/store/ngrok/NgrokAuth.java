package dev.eso4j.api.store.ngrok;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to ngrok; exactly one member.
 *
 * @param apiKey With an API key.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record NgrokAuth(@Nullable NgrokProviderSecretRef apiKey) {}
