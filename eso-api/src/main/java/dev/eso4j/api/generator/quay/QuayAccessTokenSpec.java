package dev.eso4j.api.generator.quay;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * Which robot account of a Quay registry the token is for.
 *
 * @param url The host of the registry; {@code quay.io} when absent.
 * @param robotAccount The robot account, such as {@code org+robot}; it has to trust the ServiceAccount.
 * @param serviceAccountRef The ServiceAccount to sign in with. Its {@code namespace} has no effect: the namespace of
 *     the consumer is used.
 */
@ModelRecord
public record QuayAccessTokenSpec(
        @Nullable String url, String robotAccount, ServiceAccountSelector serviceAccountRef) {}
