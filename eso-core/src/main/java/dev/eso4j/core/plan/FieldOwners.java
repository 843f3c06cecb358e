package dev.eso4j.core.plan;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a Secret a field manager owns, by the server's own records.
 *
 * @param data keys of {@code data}
 * @param labels keys of {@code metadata.labels}
 * @param annotations keys of {@code metadata.annotations}
 */
record FieldOwners(Set<String> data, Set<String> labels, Set<String> annotations) {
    static FieldOwners of(ObjectMeta metadata, String manager) {
        FieldOwners owned = new FieldOwners(new HashSet<>(), new HashSet<>(), new HashSet<>());
        List<ManagedFieldsEntry> entries = metadata.getManagedFields();
        if (entries != null) {
            for (ManagedFieldsEntry entry : entries) {
                FieldsV1 fields = entry.getFieldsV1();
                if (manager.equals(entry.getManager()) && fields != null) {
                    Map<String, Object> root = fields.getAdditionalProperties();
                    collect(root.get("f:data"), owned.data);
                    if (root.get("f:metadata") instanceof Map<?, ?> meta) {
                        collect(meta.get("f:labels"), owned.labels);
                        collect(meta.get("f:annotations"), owned.annotations);
                    }
                }
            }
        }
        return owned;
    }

    private static void collect(@Nullable Object fields, Set<String> into) {
        if (fields instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                if (key instanceof String name && name.startsWith("f:")) {
                    into.add(name.substring(2));
                }
            }
        }
    }
}
