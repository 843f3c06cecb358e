package dev.eso4j.api.store.akeyless;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An access id of Akeyless, and how it is proven.
 *
 * @param accessID Where the access id stands, such as {@code p-1a2b3c4d5e6f}. Needed, with name and key.
 * @param accessType Where the kind of proof stands: {@code api_key}, {@code access_key}, {@code aws_iam}, {@code gcp}
 *     or {@code azure_ad}.
 * @param accessTypeParam Where what the proof needs stands: the access key for {@code api_key} and
 *     {@code access_key}, the audience for {@code gcp} ({@code akeyless.io} when absent), the id of the managed
 *     identity for {@code azure_ad}.
 */
@ModelRecord
public record AkeylessAuthSecretRef(
        @Nullable SecretKeySelector accessID,
        @Nullable SecretKeySelector accessType,
        @Nullable SecretKeySelector accessTypeParam) {}
