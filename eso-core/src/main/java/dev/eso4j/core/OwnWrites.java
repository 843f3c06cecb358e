package dev.eso4j.core;

import dev.eso4j.core.runtime.NamespacedName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells our own writes of targets from those of others. While a write is under way its outcome is not known, so what is
 * watched of the object is only remembered; when the write has ended, it turns out whether there was more than our own.
 */
final class OwnWrites {
    private final Map<NamespacedName, Long> newestSeen = new ConcurrentHashMap<>();

    void begin(NamespacedName target) {
        newestSeen.put(target, 0L);
    }

    /** Returns whether the change is to be kept back because a write of ours is under way. */
    boolean keepBack(NamespacedName target, long version) {
        return newestSeen.computeIfPresent(target, (t, seen) -> Math.max(seen, version)) != null;
    }

    /** Returns whether somebody else has written since. */
    boolean end(NamespacedName target, long written) {
        Long seen = newestSeen.remove(target);
        return seen != null && written > 0 && seen > written;
    }
}
