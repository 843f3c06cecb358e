package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.CAProvider;
import java.util.Arrays;
import java.util.Objects;
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
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out, and compared by content.
public record KubernetesServer(
        @Default("\"kubernetes.default\"") @Nullable String url,
        byte @Nullable [] caBundle,
        @Nullable CAProvider caProvider) {
    /** The certificates are copied. */
    public KubernetesServer {
        caBundle = caBundle == null ? null : caBundle.clone();
    }

    /** Returns a copy of the certificates. */
    @Override
    public byte @Nullable [] caBundle() {
        return caBundle == null ? null : caBundle.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KubernetesServer server
                && Objects.equals(url, server.url)
                && Arrays.equals(caBundle, server.caBundle)
                && Objects.equals(caProvider, server.caProvider);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, Arrays.hashCode(caBundle), caProvider);
    }

    @Override
    public String toString() {
        String bundle = caBundle == null ? "null" : caBundle.length + " bytes";
        return "KubernetesServer[url=" + url + ", caBundle=" + bundle + ", caProvider=" + caProvider + "]";
    }
}
