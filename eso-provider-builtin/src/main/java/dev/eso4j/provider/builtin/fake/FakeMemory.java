package dev.eso4j.provider.builtin.fake;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.StoreIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was pushed to fake stores, by store.
 *
 * <p>A store is its kind, namespace, name and uid: stores that merely share a name share nothing, and a store that is
 * created anew starts empty. What was pushed outlives edits of the store and its clients; it goes with the provider.
 * Stores to which nothing is pushed take no room. Thread-safe.
 */
final class FakeMemory {
    private final Map<Store, Map<String, SecretValue>> pushed = new ConcurrentHashMap<>();

    private record Store(String kind, @Nullable String namespace, String name, String uid) {
        static Store of(StoreIdentity identity) {
            return new Store(identity.kind(), identity.namespace(), identity.name(), identity.uid());
        }
    }

    /** Returns what is pushed, as of now. */
    Map<String, SecretValue> all(StoreIdentity store) {
        Map<String, SecretValue> values = pushed.get(Store.of(store));
        return values == null ? Map.of() : values;
    }

    /** Changes one value in one step; {@code null} means there is none. */
    void change(StoreIdentity store, String key, UnaryOperator<@Nullable SecretValue> change) {
        pushed.compute(Store.of(store), (id, old) -> {
            Map<String, SecretValue> values = old == null ? new HashMap<>() : new HashMap<>(old);
            SecretValue changed = change.apply(values.get(key));
            if (changed == null) {
                values.remove(key);
            } else {
                values.put(key, changed);
            }
            return values.isEmpty() ? null : Map.copyOf(values);
        });
    }
}
