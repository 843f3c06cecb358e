package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.ExternalSecretScope;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.Cache;
import dev.eso4j.core.runtime.Informer;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Versions;
import dev.eso4j.core.store.StoreLookup;
import dev.eso4j.core.store.StoreResolver;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The caches of an operator, as the rooms of the line see them. Thread-safe. */
final class OperatorView implements StoreLookup, TargetLookup, AutoCloseable {
    static final String BY_STORE = "store";
    static final String BY_TARGET = "target";
    private static final String BY_CREATOR = "creator";

    final Cache<ExternalSecret> externalSecrets = new Cache<ExternalSecret>(o -> version(o.getMetadata()))
            .index(BY_STORE, ExternalSecret::getSpec, OperatorView::storeTerms)
            .index(BY_TARGET, ExternalSecret::getSpec, OperatorView::targetTerms);
    final Cache<SecretStore> secretStores = new Cache<>(o -> version(o.getMetadata()));
    final Cache<ClusterSecretStore> clusterSecretStores = new Cache<>(o -> version(o.getMetadata()));
    final Cache<SecretDigest> secrets =
            new Cache<SecretDigest>(o -> version(o.metadata())).index(BY_CREATOR, OperatorView::creatorTerms);

    private final OwnWrites ownWrites = new OwnWrites();
    private final Cluster cluster;
    private final boolean oneNamespace;
    private final Consumer<NamespacedName> targetChanged;
    final Cache<Namespace> namespaces = new Cache<>(o -> version(o.getMetadata()));
    private @Nullable Informer<Namespace> namespaceInformer;

    /** Creates empty caches; {@code targetChanged} is told of targets that somebody else has changed. */
    OperatorView(Cluster cluster, boolean oneNamespace, Consumer<NamespacedName> targetChanged) {
        this.cluster = cluster;
        this.oneNamespace = oneNamespace;
        this.targetChanged = targetChanged;
        // Of what is gone the last state is known, and that may be what we have just written.
        secrets.keepBack(
                (key, secret) -> ownWrites.keepBack(key, secret == null ? Long.MAX_VALUE : version(secret.metadata())));
        secrets.listen((before, after, initial) -> {
            SecretDigest secret = after == null ? before : after;
            // What the first list knows better than we do, who wrote it while it was coming, somebody else has changed.
            if (secret != null && (!initial || before != null)) {
                targetChanged.accept(key(secret.metadata()));
            }
        });
    }

    @Override
    public Optional<SecretStore> secretStore(String namespace, String name) {
        return secretStores.get(new NamespacedName(namespace, name));
    }

    @Override
    public Optional<ClusterSecretStore> clusterSecretStore(String name) {
        return clusterSecretStores.get(new NamespacedName("", name));
    }

    /** Namespaces are watched from the first time on that somebody asks: most installations never do. */
    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        Optional<Namespace> found;
        if (oneNamespace) {
            found = cluster.get(ResourceType.NAMESPACES, "", namespace);
        } else {
            awaitNamespaces();
            found = namespaces.get(new NamespacedName("", namespace));
        }
        return found.map(n ->
                n.getMetadata().getLabels() == null ? Map.of() : n.getMetadata().getLabels());
    }

    /** Returns the ExternalSecrets of a namespace for which its labels decide whether they may use a store. */
    Set<NamespacedName> selectedByLabel(String namespace) {
        Set<NamespacedName> found = new HashSet<>();
        for (ClusterSecretStore store : clusterSecretStores.all()) {
            if (store.getSpec().conditions().stream().anyMatch(c -> c.namespaceSelector() != null)) {
                externalSecrets
                        .indexed(
                                BY_STORE,
                                storeTerm(true, "", store.getMetadata().getName()))
                        .stream()
                        .filter(key -> key.namespace().equals(namespace))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private void awaitNamespaces() {
        Informer<Namespace> informer;
        synchronized (this) {
            if (namespaceInformer == null) {
                namespaceInformer =
                        new Informer<>(cluster, ResourceType.NAMESPACES, Selection.everyNamespace(), namespaces);
                namespaceInformer.start();
            }
            informer = namespaceInformer;
        }
        try {
            informer.synced().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw new IllegalStateException("the namespaces cannot be listed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<SecretDigest> digest(String namespace, String name) {
        return secrets.get(new NamespacedName(namespace, name));
    }

    @Override
    public Optional<KubeSecret> read(String namespace, String name) {
        return cluster.get(ResourceType.SECRETS, namespace, name);
    }

    @Override
    public List<SecretDigest> createdBy(String namespace, String creatorHash) {
        Set<NamespacedName> keys = secrets.indexed(BY_CREATOR, namespace + "/" + creatorHash);
        List<SecretDigest> found = new ArrayList<>(keys.size());
        for (NamespacedName key : keys) {
            SecretDigest secret = secrets.find(key);
            if (secret != null) {
                found.add(secret);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(secret -> secret.metadata().getName()));
        }
        return found;
    }

    @Override
    public void writing(String namespace, String name) {
        ownWrites.begin(new NamespacedName(namespace, name));
    }

    @Override
    public void written(String namespace, String name, Optional<SecretDigest> result) {
        NamespacedName key = new NamespacedName(namespace, name);
        result.ifPresent(digest -> secrets.written(key, digest));
        long version = result.map(d -> version(d.metadata())).orElse(0L);
        if (ownWrites.end(key, version)) {
            targetChanged.accept(key);
        }
    }

    @Override
    public void deleted(String namespace, String name) {
        secrets.deleted(new NamespacedName(namespace, name));
    }

    @Override
    public void close() {
        Informer<Namespace> informer;
        synchronized (this) {
            informer = namespaceInformer;
        }
        if (informer != null) {
            informer.close();
        }
    }

    static NamespacedName key(ObjectMeta metadata) {
        return new NamespacedName(metadata.getNamespace() == null ? "" : metadata.getNamespace(), metadata.getName());
    }

    static String storeTerm(boolean cluster, String namespace, String name) {
        return cluster ? "ClusterSecretStore/" + name : "SecretStore/" + namespace + "/" + name;
    }

    /**
     * Takes over the answer to the write of a status. What somebody else has changed meanwhile must reach the cache by the
     * watch, or nobody would be told of it.
     */
    static <T extends HasMetadata> void statusWritten(Cache<T> cache, ObjectMeta before, T stored) {
        if (!OperatorTriggers.differs(before, stored.getMetadata())) {
            cache.written(key(stored.getMetadata()), stored);
        }
    }

    private static Set<String> storeTerms(ExternalSecret externalSecret) {
        Set<String> terms = new TreeSet<>();
        ExternalSecretScope.references(externalSecret.getSpec())
                .forEach(r -> terms.add(storeTerm(
                        StoreResolver.CLUSTER_KIND.equals(r.kind()),
                        externalSecret.getMetadata().getNamespace(),
                        String.valueOf(r.name()))));
        return terms;
    }

    private static Set<String> targetTerms(ExternalSecret externalSecret) {
        ObjectMeta metadata = externalSecret.getMetadata();
        String name = externalSecret.getSpec().target() == null
                ? null
                : externalSecret.getSpec().target().name();
        return Set.of(metadata.getNamespace() + "/" + (name == null || name.isEmpty() ? metadata.getName() : name));
    }

    private static Set<String> creatorTerms(SecretDigest secret) {
        Map<String, String> labels = secret.metadata().getLabels();
        String creator = labels == null ? null : labels.get(Ownership.CREATOR_LABEL);
        return creator == null ? Set.of() : Set.of(secret.metadata().getNamespace() + "/" + creator);
    }

    private static long version(ObjectMeta metadata) {
        return Versions.number(metadata.getResourceVersion());
    }
}
