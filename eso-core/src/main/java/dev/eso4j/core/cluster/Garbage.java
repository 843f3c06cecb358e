package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who owns whom: what the garbage collector needs to know. Guarded by the lock of its {@link LocalStore}. */
final class Garbage {
    private record Place(Table table, Table.Key key) {}

    private final Map<String, Place> byUid = new HashMap<>();
    private final Map<String, Set<Place>> dependents = new HashMap<>();

    void changed(@Nullable Stored before, @Nullable Stored after) {
        if (before != null) {
            Place place = new Place(before.table(), before.key());
            for (JsonNode owner : before.metadata().path("ownerReferences")) {
                Set<Place> places = dependents.get(Trees.text(owner, "uid"));
                if (places != null) {
                    places.remove(place);
                    if (places.isEmpty()) {
                        dependents.remove(Trees.text(owner, "uid"));
                    }
                }
            }
            if (after == null || !after.uid().equals(before.uid())) {
                byUid.remove(before.uid());
            }
        }
        if (after != null) {
            Place place = new Place(after.table(), after.key());
            byUid.put(after.uid(), place);
            for (JsonNode owner : after.metadata().path("ownerReferences")) {
                dependents
                        .computeIfAbsent(Trees.text(owner, "uid"), uid -> new LinkedHashSet<>())
                        .add(place);
            }
        }
    }

    /** Returns the objects that name {@code uid} as an owner. */
    List<Stored> dependentsOf(String uid) {
        return dependents.getOrDefault(uid, Set.of()).stream()
                .map(place -> place.table.get(place.key.namespace(), place.key.name()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    boolean exists(String uid) {
        return byUid.containsKey(uid);
    }
}
