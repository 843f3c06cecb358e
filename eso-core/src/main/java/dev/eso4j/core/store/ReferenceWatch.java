package dev.eso4j.core.store;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.runtime.Cache;
import dev.eso4j.core.runtime.Informer;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Versions;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices changes of single Secrets and ConfigMaps that something depends on, by metadata alone. Nothing is watched before
 * the first reference; from then on one watch per kind, which keeps only what is referenced. Thread-safe.
 *
 * @param <D> who depends
 */
public final class ReferenceWatch<D> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReferenceWatch.class);

    private final Cluster cluster;
    private final Selection selection;
    private final BiConsumer<ReferenceObserver.Kind, NamespacedName> objectChanged;
    private final Consumer<D> changed;
    private final Map<ReferenceObserver.Kind, Map<NamespacedName, Set<D>>> references =
            new EnumMap<>(ReferenceObserver.Kind.class);
    private final Map<ReferenceObserver.Kind, Informer<PartialObjectMetadata>> informers =
            new EnumMap<>(ReferenceObserver.Kind.class);
    private final Map<D, Set<Reference>> objectsOf = new ConcurrentHashMap<>();
    private boolean closed;

    private record Reference(ReferenceObserver.Kind kind, NamespacedName object) {}

    /**
     * Creates the watch. Neither listener may block.
     *
     * @param objectChanged is told what changed, before anybody who depends on it is
     * @param changed is told who depends on what changed
     */
    public ReferenceWatch(
            Cluster cluster,
            Selection selection,
            BiConsumer<ReferenceObserver.Kind, NamespacedName> objectChanged,
            Consumer<D> changed) {
        this.cluster = cluster;
        this.selection = selection;
        this.objectChanged = objectChanged;
        this.changed = changed;
        for (ReferenceObserver.Kind kind : ReferenceObserver.Kind.values()) {
            references.put(kind, new ConcurrentHashMap<>());
        }
    }

    /**
     * Remembers that {@code dependent} depends on an object until it has been told of a change. Returns when changes from
     * now on will be noticed, so that what is read afterwards cannot be outdated silently.
     *
     * @return whether they will; if not, because the kind cannot be watched, that was logged
     */
    public boolean add(ReferenceObserver.Kind kind, NamespacedName object, D dependent) {
        of(kind).compute(object, (o, known) -> { // At once, for the watch may take the set away in between.
            Set<D> dependents = known == null ? ConcurrentHashMap.newKeySet() : known;
            dependents.add(dependent);
            return dependents;
        });
        objectsOf.compute(dependent, (d, known) -> {
            Set<Reference> objects = known == null ? ConcurrentHashMap.newKeySet() : known;
            objects.add(new Reference(kind, object));
            return objects;
        });
        Informer<PartialObjectMetadata> informer = informer(kind);
        if (informer == null) {
            return false;
        }
        boolean noticed = informer.awaitSynced();
        if (!noticed) {
            log.warn("changes of {} are not noticed yet: the watch on its kind has not begun", object);
        }
        return noticed;
    }

    /** Forgets what a dependent depends on, because there is no such dependent any more. */
    public void forget(D dependent) {
        Set<Reference> objects = objectsOf.remove(dependent);
        if (objects != null) {
            objects.forEach(reference -> of(reference.kind()).computeIfPresent(reference.object(), (o, dependents) -> {
                dependents.remove(dependent);
                return dependents.isEmpty() ? null : dependents;
            }));
        }
    }

    /** Forgets what all dependents depend on that match; costs a look at each. */
    public void forget(Predicate<D> which) {
        objectsOf.keySet().stream().filter(which).toList().forEach(this::forget);
    }

    private void told(D dependent, Reference reference) {
        objectsOf.computeIfPresent(dependent, (d, objects) -> {
            objects.remove(reference);
            return objects.isEmpty() ? null : objects;
        });
        changed.accept(dependent);
    }

    private Map<NamespacedName, Set<D>> of(ReferenceObserver.Kind kind) {
        return references.getOrDefault(kind, Map.of());
    }

    private synchronized @org.jspecify.annotations.Nullable Informer<PartialObjectMetadata> informer(
            ReferenceObserver.Kind kind) {
        if (closed) {
            return null;
        }
        return informers.computeIfAbsent(kind, k -> {
            Map<NamespacedName, Set<D>> wanted = of(k);
            Cache<PartialObjectMetadata> cache =
                    new Cache<>(o -> Versions.number(o.getMetadata().getResourceVersion()), wanted::containsKey);
            cache.listen((before, after, initial) -> {
                PartialObjectMetadata object = after == null ? before : after;
                if (!initial && object != null) {
                    NamespacedName key = new NamespacedName(
                            object.getMetadata().getNamespace(),
                            object.getMetadata().getName());
                    // Once: whoever looks at the object again says so again.
                    Set<D> dependents = wanted.remove(key);
                    if (dependents != null) {
                        objectChanged.accept(k, key);
                        dependents.forEach(d -> told(d, new Reference(k, key)));
                    }
                }
            });
            Informer<PartialObjectMetadata> informer = new Informer<>(
                    cluster,
                    k == ReferenceObserver.Kind.SECRET
                            ? ResourceType.SECRET_METADATA
                            : ResourceType.CONFIG_MAP_METADATA,
                    selection,
                    cache);
            informer.start();
            return informer;
        });
    }

    /** Ends the watches. */
    @Override
    public void close() {
        java.util.List<Informer<PartialObjectMetadata>> running;
        synchronized (this) {
            closed = true;
            running = java.util.List.copyOf(informers.values());
        }
        running.forEach(Informer::close);
    }
}
