package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * The API server that a kubernetes store talks to.
 *
 * @param url The address of the API server, such as {@code https://10.0.0.1:6443}; {@code kubernetes.default}, the
 *     server of this cluster, unless given.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over {@code
 *     caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
public record KubernetesServer(
        @Default("\"kubernetes.default\"") @Nullable String url,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
