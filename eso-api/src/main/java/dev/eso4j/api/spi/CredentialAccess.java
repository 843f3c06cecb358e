package dev.eso4j.api.spi;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way to what a store references: Secrets, ServiceAccounts and certificate authorities.
 *
 * <p>It knows the kind of the store and the consumer's namespace and applies the namespace rules: a SecretStore reaches
 * its own namespace only, and a reference to another is an error; a ClusterSecretStore reaches the namespace that the
 * reference names, or else the consumer's. Thread-safe; calls may block on the API server.
 */
public interface CredentialAccess {
    /**
     * Returns the value of one key of a Secret.
     *
     * @param field the path of the reference in the store's manifest, for messages
     * @throws InvalidRequestException if the reference is incomplete, leads to a forbidden namespace, or there is no such
     *     Secret or key
     */
    SecretValue secret(String field, SecretKeySelector reference);

    /**
     * Returns all keys of a Secret whose owner has agreed by a label that it may be used this way. What {@code reference}
     * says about a key is not looked at.
     *
     * @param label the label that the Secret must have
     * @param value the value that the label must have
     * @throws InvalidRequestException as {@link #secret} does, and if the Secret does not carry the label
     */
    Map<String, SecretValue> labelledSecret(String field, SecretKeySelector reference, String label, String value);

    /**
     * Returns a token of a ServiceAccount.
     *
     * @param audiences the audiences, in addition to those of the reference
     * @param lifetime how long it is to be valid; {@code null} leaves it to the API server; at least ten minutes
     */
    ServiceAccountToken serviceAccountToken(
            String field, ServiceAccountSelector reference, List<String> audiences, @Nullable Duration lifetime);

    /** Returns the annotations of a ServiceAccount. */
    Map<String, String> serviceAccountAnnotations(String field, ServiceAccountSelector reference);

    /**
     * Returns the certificates to trust, as PEM, or {@code null} when neither source is given and the system's apply.
     *
     * @param bundle certificates in the manifest, PEM or base64 of PEM; wins over {@code provider}
     * @throws InvalidRequestException if what is found is not certificates
     */
    @Nullable
    String certificates(String field, @Nullable CABundle bundle, @Nullable CAProvider provider);

    /** Returns whether references without a namespace cannot be resolved here, because nobody consumes the store yet. */
    boolean consumerUnknown();
}
