package dev.eso4j.core;

import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.Cache;
import dev.eso4j.core.runtime.Informer;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Versions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Targets that are no Secrets, inside an operator: each of their kinds is watched, by metadata alone, while an
 * ExternalSecret writes one. Thread-safe.
 */
final class WatchedManifests implements ManifestTargets, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WatchedManifests.class);

    private final Cluster cluster;
    private final Selection selection;
    private final ManifestTargets direct;
    private final Consumer<NamespacedName> changed;
    private final Map<String, Watched> kinds = new HashMap<>();
    private boolean closed;

    private record Watched(
            ResourceType<GenericKubernetesResource> type,
            Cache<PartialObjectMetadata> cache,
            Informer<PartialObjectMetadata> informer,
            Set<NamespacedName> users) {}

    /** Creates; {@code changed} is told of targets that somebody has changed, and must not block. */
    WatchedManifests(Cluster cluster, Selection selection, ManifestTargets direct, Consumer<NamespacedName> changed) {
        this.cluster = cluster;
        this.selection = selection.withLabels(Ownership.MANAGED_LABEL + "=true");
        this.direct = direct;
        this.changed = changed;
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> type(String apiVersion, String kind) {
        return direct.type(apiVersion, kind);
    }

    @Override
    public void follow(ResourceType<GenericKubernetesResource> type, String namespace, String externalSecret) {
        Watched watched;
        synchronized (kinds) {
            if (closed) {
                return;
            }
            watched = kinds.computeIfAbsent(key(type), k -> watch(type));
            watched.users().add(new NamespacedName(namespace, externalSecret));
        }
        if (!watched.informer().awaitSynced()) {
            log.warn("changes of {} targets are not noticed: the watch on this kind has not begun", type);
        }
    }

    private Watched watch(ResourceType<GenericKubernetesResource> type) {
        Cache<PartialObjectMetadata> cache =
                new Cache<>(o -> Versions.number(o.getMetadata().getResourceVersion()));
        cache.listen((before, after, initial) -> {
            if (!initial && (before == null || after == null || touched(before.getMetadata(), after.getMetadata()))) {
                PartialObjectMetadata object = after == null ? before : after;
                if (object != null) {
                    changed.accept(OperatorView.key(object.getMetadata()));
                }
            }
        });
        Informer<PartialObjectMetadata> informer = new Informer<>(cluster, type.metadataOnly(), selection, cache);
        informer.start();
        return new Watched(type, cache, informer, new HashSet<>());
    }

    /** The status is written by whoever the object is for, and often. */
    private static boolean touched(ObjectMeta before, ObjectMeta after) {
        return after.getGeneration() == null
                || OperatorTriggers.differs(before, after)
                || !Objects.equals(before.getOwnerReferences(), after.getOwnerReferences());
    }

    private @Nullable Watched find(ResourceType<GenericKubernetesResource> type) {
        synchronized (kinds) {
            Watched watched = kinds.get(key(type));
            return watched != null && watched.informer().synced().isDone() ? watched : null;
        }
    }

    @Override
    public List<ResourceType<GenericKubernetesResource>> formerly(
            String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now) {
        NamespacedName user = new NamespacedName(namespace, externalSecret);
        List<ResourceType<GenericKubernetesResource>> former = new ArrayList<>();
        synchronized (kinds) {
            for (Watched watched : kinds.values()) {
                boolean current = now.isPresent() && key(now.get()).equals(key(watched.type()));
                if (!current && watched.users().contains(user)) {
                    former.add(watched.type());
                }
            }
        }
        return former;
    }

    @Override
    public void forget(String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now) {
        NamespacedName user = new NamespacedName(namespace, externalSecret);
        List<Watched> idle = new ArrayList<>();
        synchronized (kinds) {
            kinds.values().removeIf(watched -> {
                boolean current = now.isPresent() && key(now.get()).equals(key(watched.type()));
                boolean last = !current
                        && watched.users().remove(user)
                        && watched.users().isEmpty();
                if (last) {
                    idle.add(watched);
                }
                return last;
            });
        }
        idle.forEach(watched -> watched.informer().close());
    }

    @Override
    public Optional<ObjectMeta> known(ResourceType<GenericKubernetesResource> type, String namespace, String name) {
        Watched watched = find(type);
        return watched == null
                ? direct.known(type, namespace, name)
                : watched.cache().get(new NamespacedName(namespace, name)).map(PartialObjectMetadata::getMetadata);
    }

    @Override
    public Optional<GenericKubernetesResource> read(
            ResourceType<GenericKubernetesResource> type, String namespace, String name) {
        return direct.read(type, namespace, name);
    }

    @Override
    public List<ObjectMeta> createdBy(
            ResourceType<GenericKubernetesResource> type, String namespace, String creatorHash) {
        Watched watched = find(type);
        if (watched == null) {
            return direct.createdBy(type, namespace, creatorHash);
        }
        return watched.cache().all().stream()
                .map(PartialObjectMetadata::getMetadata)
                .filter(o -> o.getNamespace().equals(namespace)
                        && o.getLabels() != null
                        && creatorHash.equals(o.getLabels().get(Ownership.CREATOR_LABEL)))
                .toList();
    }

    @Override
    public ObjectMeta apply(
            ResourceType<GenericKubernetesResource> type, GenericKubernetesResource object, String manager) {
        ObjectMeta stored = direct.apply(type, object, manager);
        Watched watched = find(type);
        if (watched != null) {
            PartialObjectMetadata known = new PartialObjectMetadata();
            known.setMetadata(stored);
            watched.cache().written(OperatorView.key(stored), known);
        }
        return stored;
    }

    @Override
    public void patch(ResourceType<GenericKubernetesResource> type, ObjectMeta object, Map<String, Object> patch) {
        direct.patch(type, object, patch);
    }

    @Override
    public void delete(ResourceType<GenericKubernetesResource> type, ObjectMeta object) {
        direct.delete(type, object);
    }

    @Override
    public void close() {
        List<Watched> all;
        synchronized (kinds) {
            closed = true;
            all = List.copyOf(kinds.values());
        }
        all.forEach(watched -> watched.informer().close());
    }

    private static String key(ResourceType<?> type) {
        return type.apiVersion() + "/" + type.plural();
    }
}
