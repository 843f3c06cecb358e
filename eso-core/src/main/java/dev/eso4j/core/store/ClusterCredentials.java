package dev.eso4j.core.store;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.NamespacedName;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Resolves what a store references against the cluster, by the namespace rules of {@link CredentialAccess}. */
final class ClusterCredentials implements CredentialAccess {
    private final Cluster cluster;
    private final StoreIdentity store;
    private final String consumer;
    private final ReferenceObserver observer;

    ClusterCredentials(Cluster cluster, StoreIdentity store, String consumer, ReferenceObserver observer) {
        this.cluster = cluster;
        this.store = store;
        this.consumer = consumer;
        this.observer = observer;
    }

    @Override
    public boolean consumerUnknown() {
        return consumer.isEmpty();
    }

    @Override
    public SecretValue secret(String field, SecretKeySelector reference) {
        String name = required(field + ".name", reference.name());
        String key = required(field + ".key", reference.key());
        String namespace = namespace(field, reference.namespace());
        KubeSecret secret = secret(field, namespace, name);
        byte[] value = secret.data().get(key);
        if (value == null) {
            throw missingKey(field, "Secret", namespace, name, key);
        }
        return SecretValue.of(value);
    }

    @Override
    public Map<String, SecretValue> labelledSecret(
            String field, SecretKeySelector reference, String label, String value) {
        String name = required(field + ".name", reference.name());
        String namespace = namespace(field, reference.namespace());
        KubeSecret secret = secret(field, namespace, name);
        Map<String, String> labels = secret.metadata().getLabels();
        if (labels == null || !value.equals(labels.get(label))) {
            throw new InvalidRequestException(
                    field + ": Secret \"" + name + "\" in namespace \"" + namespace + "\" has no label " + label + ": "
                            + value,
                    "its owner adds the label to agree that it may be sent to the address of the manifest");
        }
        Map<String, SecretValue> all = new TreeMap<>();
        secret.data().forEach((key, bytes) -> all.put(key, SecretValue.of(bytes)));
        return all;
    }

    private KubeSecret secret(String field, String namespace, String name) {
        observer.referenced(store, ReferenceObserver.Kind.SECRET, new NamespacedName(namespace, name));
        return read(field, "Secret", namespace, name, () -> cluster.get(ResourceType.SECRETS, namespace, name));
    }

    @Override
    public ServiceAccountToken serviceAccountToken(
            String field, ServiceAccountSelector reference, List<String> audiences, @Nullable Duration lifetime) {
        String namespace = namespace(field, reference.namespace());
        List<String> all = new ArrayList<>(audiences);
        all.addAll(reference.audiences());
        try {
            return cluster.requestToken(namespace, required(field + ".name", reference.name()), all, lifetime);
        } catch (ClusterException e) {
            throw translate(field, "token of ServiceAccount", namespace, reference.name(), e);
        }
    }

    @Override
    public Map<String, String> serviceAccountAnnotations(String field, ServiceAccountSelector reference) {
        String namespace = namespace(field, reference.namespace());
        String name = required(field + ".name", reference.name());
        ServiceAccount account = read(
                field,
                "ServiceAccount",
                namespace,
                name,
                () -> cluster.get(ResourceType.SERVICE_ACCOUNTS, namespace, name));
        Map<String, String> annotations = account.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    @Override
    public @Nullable String certificates(String field, @Nullable CABundle bundle, @Nullable CAProvider provider) {
        if (bundle != null && !bundle.isEmpty()) {
            return CertificateText.checked(field + ".caBundle", bundle.pem());
        }
        if (provider == null) {
            return null;
        }
        String where = field + ".caProvider";
        if (store.clusterScoped()
                && (provider.namespace() == null || provider.namespace().isEmpty())) {
            throw new InvalidRequestException(
                    where + ".namespace is missing", "a ClusterSecretStore must say where its certificates are");
        }
        String namespace = namespace(where, provider.namespace());
        String name = required(where + ".name", provider.name());
        String key = required(where + ".key", provider.key());
        return switch (provider.type()) {
            case "Secret" ->
                CertificateText.checked(
                        where,
                        secret(where, new SecretKeySelector(name, provider.namespace(), key))
                                .bytes());
            case "ConfigMap" -> CertificateText.checked(where, configMapValue(where, namespace, name, key));
            default ->
                throw new InvalidRequestException(
                        where + ".type \"" + provider.type() + "\" does not exist", "use Secret or ConfigMap");
        };
    }

    private byte[] configMapValue(String field, String namespace, String name, String key) {
        observer.referenced(store, ReferenceObserver.Kind.CONFIG_MAP, new NamespacedName(namespace, name));
        ConfigMap map =
                read(field, "ConfigMap", namespace, name, () -> cluster.get(ResourceType.CONFIG_MAPS, namespace, name));
        String value = map.getData() == null ? null : map.getData().get(key);
        if (value == null) {
            throw missingKey(field, "ConfigMap", namespace, name, key);
        }
        return value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The security core: a SecretStore never reaches another namespace, and asking for one is an error. */
    private String namespace(String field, @Nullable String wanted) {
        if (store.clusterScoped()) {
            String namespace = wanted == null || wanted.isEmpty() ? consumer : wanted;
            if (namespace.isEmpty()) {
                throw new InvalidRequestException(
                        field + " has no namespace and nobody uses the ClusterSecretStore yet",
                        "it is resolved in the namespace of each ExternalSecret");
            }
            return namespace;
        }
        if (wanted != null && !wanted.isEmpty() && !wanted.equals(store.namespace())) {
            throw new InvalidRequestException(
                    field + ".namespace is \"" + wanted + "\", but a SecretStore reads its own namespace \""
                            + store.namespace() + "\" only",
                    "remove the field, or use a ClusterSecretStore");
        }
        return String.valueOf(store.namespace());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidRequestException(field + " is missing", "add it to the store");
        }
        return value;
    }

    private static <T> T read(String field, String kind, String namespace, String name, Supplier<Optional<T>> call) {
        try {
            return call.get()
                    .orElseThrow(() -> new InvalidRequestException(
                            field + ": there is no " + kind + " \"" + name + "\" in namespace \"" + namespace + "\"",
                            "create it, or correct the reference"));
        } catch (ClusterException e) {
            throw translate(field, kind, namespace, name, e);
        }
    }

    private static SecretsException translate(
            String field, String kind, String namespace, String name, ClusterException e) {
        String message =
                field + ": " + kind + " \"" + name + "\" in namespace \"" + namespace + "\": " + e.getMessage();
        return switch (e.reason()) {
            case FORBIDDEN, UNAUTHORIZED ->
                new AccessDeniedException(message, "give the operator the right to read it", e);
            case THROTTLED, UNAVAILABLE ->
                new UnavailableException(message, "", e.retryAfter().orElse(null), e);
            default -> new InvalidRequestException(message, "correct the reference", e);
        };
    }

    private static InvalidRequestException missingKey(
            String field, String kind, String namespace, String name, String key) {
        return new InvalidRequestException(
                field + ": " + kind + " \"" + name + "\" in namespace \"" + namespace + "\" has no key \"" + key + "\"",
                "add the key, or correct the reference");
    }
}
