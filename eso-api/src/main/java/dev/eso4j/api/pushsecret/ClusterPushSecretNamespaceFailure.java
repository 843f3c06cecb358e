package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A namespace in which a PushSecret could not be made.
 *
 * @param namespace The namespace.
 * @param reason Why, as a sentence for people.
 */
@ModelRecord
public record ClusterPushSecretNamespaceFailure(
        String namespace, @Nullable String reason) {}
