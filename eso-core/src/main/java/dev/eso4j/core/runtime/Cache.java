package dev.eso4j.core.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind as last seen, with indexes. Newer states win over older ones, wherever they come from: a watch,
 * or the answer to a write of our own. Thread-safe; listeners are called by whoever feeds the cache, one at a time.
 */
public final class Cache<T> {
    private final Map<NamespacedName, T> objects = new ConcurrentHashMap<>();
    private final Map<String, Index<T>> indexes = new ConcurrentHashMap<>();
    private final List<InformerListener<T>> listeners = new ArrayList<>();
    private final ToLongFunction<T> version;
    private final Predicate<NamespacedName> wanted;
    private BiPredicate<NamespacedName, @Nullable T> kept = (key, object) -> false;
    /** Only the watch's thread writes it. */
    private volatile long deletedUpTo;

    /** Creates an empty cache; {@code version} orders two states of one object. */
    public Cache(ToLongFunction<T> version) {
        this(version, key -> true);
    }

    /** Creates an empty cache that keeps, and tells about, the objects that are wanted at the moment they come. */
    public Cache(ToLongFunction<T> version, Predicate<NamespacedName> wanted) {
        this.version = version;
        this.wanted = wanted;
    }

    /** Adds an index; must happen before the first object comes. */
    public Cache<T> index(String name, Function<T, Set<String>> terms) {
        return index(name, object -> object, terms);
    }

    /** Adds an index whose terms follow from {@code part} of an object alone: while that is the same, so are they. */
    public Cache<T> index(String name, Function<T, ?> part, Function<T, Set<String>> terms) {
        indexes.put(name, new Index<>(part, terms, new ConcurrentHashMap<>()));
        return this;
    }

    /** Adds a listener; must happen before the first object comes. */
    public Cache<T> listen(InformerListener<T> listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Sets which changes listeners are not told of: the object's new state is handed over, {@code null} for its end. It is
     * asked before that state can be seen, and while {@link #written} of the same key has to wait; so what is known of a
     * write under way cannot be forgotten between the two. Must happen before the first object comes.
     */
    public Cache<T> keepBack(BiPredicate<NamespacedName, @Nullable T> kept) {
        this.kept = kept;
        return this;
    }

    /** Returns an object. */
    public Optional<T> get(NamespacedName key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Returns an object or {@code null}. */
    public @Nullable T find(NamespacedName key) {
        return objects.get(key);
    }

    /** Returns all objects. */
    public Collection<T> all() {
        return objects.values();
    }

    /** Returns the keys of the objects that have {@code term} in the index {@code name}. */
    public Set<NamespacedName> indexed(String name, String term) {
        Index<T> index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("there is no index " + name);
        }
        Set<NamespacedName> keys = index.keys().get(term);
        return keys == null ? Set.of() : Set.copyOf(keys);
    }

    /** Returns how many objects there are. */
    public int size() {
        return objects.size();
    }

    /** Returns whether the object was seen in the state {@code since} or in a later one. */
    boolean knows(NamespacedName key, long since) {
        T object = objects.get(key);
        return object != null && version.applyAsLong(object) >= since;
    }

    void put(NamespacedName key, T object, boolean initial) {
        put(key, object, initial, true);
    }

    /** Takes over the answer to a write of our own: listeners are not told, for nobody else changed anything. */
    public void written(NamespacedName key, T object) {
        put(key, object, false, false);
    }

    /**
     * Puts {@code after} into the place of {@code before}, of which it is the same version with something added that
     * nobody else knows of; listeners are not told. Does nothing when something newer has come in the meantime.
     */
    public void amend(NamespacedName key, T before, T after) {
        objects.computeIfPresent(
                key, (k, now) -> version.applyAsLong(now) == version.applyAsLong(before) ? after : now);
    }

    /** Takes over that an object of ours is gone. */
    public void deleted(NamespacedName key) {
        objects.computeIfPresent(key, (k, before) -> {
            reindex(k, before, null);
            return null;
        });
    }

    private void put(NamespacedName key, T object, boolean initial, boolean tell) {
        if (!wanted.test(key)) {
            return;
        }
        Change<T> change = new Change<>();
        objects.compute(key, (k, before) -> {
            if (before != null && version.applyAsLong(before) >= version.applyAsLong(object)) {
                return before;
            }
            if (before == null && !tell && version.applyAsLong(object) <= deletedUpTo) {
                return null; // A watch is in order: it has told of this state already, and then of its end.
            }
            reindex(k, before, object);
            change.told = tell && !kept.test(k, object);
            change.before = before;
            return object;
        });
        // Only now: whoever is told must find the new state when it looks.
        if (change.told) {
            listeners.forEach(l -> l.changed(change.before, object, initial));
        }
    }

    void remove(NamespacedName key, T last) {
        deletedUpTo = Math.max(deletedUpTo, version.applyAsLong(last));
        Change<T> change = new Change<>();
        objects.computeIfPresent(key, (k, before) -> {
            if (version.applyAsLong(before) > version.applyAsLong(last)) {
                return before;
            }
            reindex(k, before, null);
            change.told = !kept.test(k, null);
            change.before = before;
            return null;
        });
        if (change.told) {
            listeners.forEach(l -> l.changed(change.before, null, false));
        }
    }

    /** Removes what a list did not contain, unless it is newer than the list: then it came to be in the meantime. */
    void retain(Set<NamespacedName> seen, long listVersion) {
        for (NamespacedName key : new HashSet<>(objects.keySet())) {
            T last = seen.contains(key) ? null : objects.get(key);
            if (last != null && version.applyAsLong(last) <= listVersion) {
                remove(key, last);
            }
        }
    }

    private void reindex(NamespacedName key, @Nullable T before, @Nullable T after) {
        for (Index<T> index : indexes.values()) {
            if (before != null
                    && after != null
                    && index.part().apply(before) == index.part().apply(after)) {
                continue;
            }
            Set<String> old = before == null ? Set.of() : index.terms().apply(before);
            Set<String> now = after == null ? Set.of() : index.terms().apply(after);
            if (old.equals(now)) {
                continue;
            }
            for (String term : old) {
                index.keys().computeIfPresent(term, (t, keys) -> {
                    keys.remove(key);
                    return keys.isEmpty() ? null : keys;
                });
            }
            for (String term : now) {
                index.keys().compute(term, (t, keys) -> {
                    Set<NamespacedName> set = keys == null ? ConcurrentHashMap.newKeySet() : keys;
                    set.add(key);
                    return set;
                });
            }
        }
    }

    /** What a change of an entry came to. */
    private static final class Change<T> {
        boolean told;

        @Nullable
        T before;
    }

    private record Index<T>(
            Function<T, ?> part, Function<T, Set<String>> terms, Map<String, Set<NamespacedName>> keys) {}
}
