package dev.eso4j.api.clusterexternalsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A namespace in which an ExternalSecret could not be made.
 *
 * @param namespace The namespace.
 * @param reason Why, as a sentence for people.
 */
@ModelRecord
public record ClusterExternalSecretNamespaceFailure(
        String namespace, @Nullable String reason) {}
