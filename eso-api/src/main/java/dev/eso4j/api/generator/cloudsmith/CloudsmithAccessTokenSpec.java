package dev.eso4j.api.generator.cloudsmith;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * Which service of a Cloudsmith organization the token is for.
 *
 * @param apiUrl The address of the API; {@code https://api.cloudsmith.io} when absent.
 * @param orgSlug The organization, as in its address.
 * @param serviceSlug The service, as in its address; it has to trust the ServiceAccount.
 * @param serviceAccountRef The ServiceAccount to sign in with; its audience is mostly {@code
 *     https://api.cloudsmith.io}. Its {@code namespace} has no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record CloudsmithAccessTokenSpec(
        @Nullable String apiUrl, String orgSlug, String serviceSlug, ServiceAccountSelector serviceAccountRef) {}
