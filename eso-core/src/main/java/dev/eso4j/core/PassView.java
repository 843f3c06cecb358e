package dev.eso4j.core;

import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.StoreLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a single pass knows: managed Secrets listed once, stores and namespaces read once when asked for. Thread-safe. */
final class PassView implements StoreLookup, TargetLookup {
    private final Cluster cluster;
    private final Map<NamespacedName, Optional<SecretStore>> stores = new ConcurrentHashMap<>();
    private final Map<String, Optional<ClusterSecretStore>> clusterStores = new ConcurrentHashMap<>();
    private final Map<String, Optional<Map<String, String>>> namespaces = new ConcurrentHashMap<>();
    private final Map<NamespacedName, SecretDigest> secrets = new ConcurrentHashMap<>();
    private final Map<String, Map<String, SecretDigest>> byCreator = new ConcurrentHashMap<>();

    /** Creates a view without targets, for whoever only asks stores. */
    PassView(Cluster cluster) {
        this.cluster = cluster;
    }

    PassView(Cluster cluster, Selection selection) {
        this(cluster);
        cluster.list(
                ResourceType.SECRET_DIGESTS, selection.withLabels(Ownership.MANAGED_LABEL + "=true"), this::remember);
    }

    @Override
    public Optional<SecretStore> secretStore(String namespace, String name) {
        return stores.computeIfAbsent(
                new NamespacedName(namespace, name), k -> cluster.get(ResourceType.SECRET_STORES, namespace, name));
    }

    @Override
    public Optional<ClusterSecretStore> clusterSecretStore(String name) {
        return clusterStores.computeIfAbsent(name, n -> cluster.get(ResourceType.CLUSTER_SECRET_STORES, "", name));
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return namespaces.computeIfAbsent(
                namespace,
                n -> cluster.get(ResourceType.NAMESPACES, "", n)
                        .map(o -> o.getMetadata().getLabels() == null
                                ? Map.of()
                                : Map.copyOf(o.getMetadata().getLabels())));
    }

    @Override
    public Optional<SecretDigest> digest(String namespace, String name) {
        return Optional.ofNullable(secrets.get(new NamespacedName(namespace, name)));
    }

    @Override
    public Optional<KubeSecret> read(String namespace, String name) {
        return cluster.get(ResourceType.SECRETS, namespace, name);
    }

    @Override
    public List<SecretDigest> createdBy(String namespace, String creatorHash) {
        return List.copyOf(
                byCreator.getOrDefault(namespace + "/" + creatorHash, Map.of()).values());
    }

    @Override
    public void writing(String namespace, String name) {
        // Nothing is watched during a pass, so there is nothing to tell apart.
    }

    @Override
    public void written(String namespace, String name, Optional<SecretDigest> result) {
        result.ifPresent(this::remember);
    }

    @Override
    public void deleted(String namespace, String name) {
        SecretDigest gone = secrets.remove(new NamespacedName(namespace, name));
        if (gone != null) {
            creator(gone).ifPresent(c -> byCreator.getOrDefault(c, Map.of()).remove(name));
        }
    }

    private void remember(SecretDigest secret) {
        secrets.put(OperatorView.key(secret.metadata()), secret);
        creator(secret)
                .ifPresent(c -> byCreator
                        .computeIfAbsent(c, k -> new ConcurrentHashMap<>())
                        .put(secret.metadata().getName(), secret));
    }

    private static Optional<String> creator(SecretDigest secret) {
        Map<String, String> labels = secret.metadata().getLabels();
        return labels == null
                ? Optional.empty()
                : Optional.ofNullable(labels.get(Ownership.CREATOR_LABEL))
                        .map(c -> secret.metadata().getNamespace() + "/" + c);
    }
}
