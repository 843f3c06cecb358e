package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which manager set which fields of an object: a write owns what it adds or changes, and takes that from whoever had it;
 * a value that is sent again unchanged stays with its owner. Immutable.
 */
final class FieldOwners {
    static final FieldOwners NONE = new FieldOwners(List.of());
    private static final String UPDATE = "Update";
    private static final String APPLY = "Apply";

    /** Who writes, by which version of the API, and when. */
    record Writer(String manager, String apiVersion, String time) {}

    private record Entry(
            String manager, String operation, String apiVersion, String subresource, String time, Set<String> paths) {
        boolean of(Writer writer, String op) {
            return manager.equals(writer.manager)
                    && operation.equals(op)
                    && apiVersion.equals(writer.apiVersion)
                    && subresource.isEmpty();
        }
    }

    private final List<Entry> entries;

    private FieldOwners(List<Entry> entries) {
        this.entries = entries;
    }

    /** Returns the owners after {@code before} was replaced by {@code after}. */
    FieldOwners updated(ObjectNode before, ObjectNode after, Writer writer) {
        Map<String, JsonNode> old = FieldPaths.of(before);
        Map<String, JsonNode> now = FieldPaths.of(after);
        Set<String> changed = changes(old, now);
        Set<String> removed = new HashSet<>(old.keySet());
        removed.removeAll(now.keySet());
        return changed.isEmpty() && removed.isEmpty() ? this : taken(changed, removed, changed, writer, UPDATE);
    }

    /** Returns the owners after {@code config} was applied, which turned {@code before} into {@code after}. */
    FieldOwners applied(ObjectNode before, ObjectNode config, ObjectNode after, Writer writer) {
        Map<String, JsonNode> old = FieldPaths.of(before);
        Map<String, JsonNode> now = FieldPaths.of(after);
        Set<String> changed = changes(old, now);
        Set<String> removed = new HashSet<>(old.keySet());
        removed.removeAll(now.keySet());
        Set<String> claimed = new HashSet<>(FieldPaths.of(config).keySet());
        for (Entry entry : entries) {
            if (entry.of(writer, APPLY)) {
                if (changed.isEmpty() && removed.isEmpty() && entry.paths.equals(claimed)) {
                    return this;
                }
            }
        }
        return taken(changed, removed, claimed, writer, APPLY);
    }

    private static Set<String> changes(Map<String, JsonNode> old, Map<String, JsonNode> now) {
        Set<String> changed = new HashSet<>();
        now.forEach((path, value) -> {
            JsonNode was = old.get(path);
            if (was == null || !Trees.same(was, value)) {
                changed.add(path);
            }
        });
        return changed;
    }

    private FieldOwners taken(
            Set<String> changed, Set<String> removed, Set<String> claimed, Writer writer, String operation) {
        List<Entry> result = new ArrayList<>(entries.size() + 1);
        Set<String> own = new HashSet<>(claimed);
        for (Entry entry : entries) {
            if (entry.of(writer, operation)) {
                if (operation.equals(UPDATE)) {
                    own.addAll(entry.paths);
                    own.removeAll(removed);
                }
                continue;
            }
            Set<String> left = new HashSet<>(entry.paths);
            left.removeAll(changed);
            left.removeAll(removed);
            if (left.size() == entry.paths.size()) {
                result.add(entry);
            } else if (!left.isEmpty()) {
                result.add(new Entry(
                        entry.manager, entry.operation, entry.apiVersion, entry.subresource, entry.time, left));
            }
        }
        if (!own.isEmpty()) {
            Entry entry = new Entry(writer.manager, operation, writer.apiVersion, "", writer.time, own);
            result.add(operation.equals(APPLY) ? 0 : result.size(), entry);
        }
        return new FieldOwners(List.copyOf(result));
    }

    /** Returns what {@code writer} applied before, does not apply any more, and nobody else owns. */
    Set<String> abandoned(ObjectNode config, Writer writer) {
        Set<String> paths = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.of(writer, APPLY)) {
                paths.addAll(entry.paths);
            }
        }
        paths.removeAll(FieldPaths.of(config).keySet());
        for (Entry entry : entries) {
            if (!entry.of(writer, APPLY)) {
                paths.removeAll(entry.paths);
            }
        }
        return paths;
    }

    /** Returns the owners in the form of {@code metadata.managedFields}. */
    ArrayNode toJson() {
        ArrayNode json = Trees.array();
        for (Entry entry : entries) {
            ObjectNode node = json.addObject();
            node.put("manager", entry.manager);
            node.put("operation", entry.operation);
            node.put("apiVersion", entry.apiVersion);
            node.put("time", entry.time);
            node.put("fieldsType", "FieldsV1");
            node.set("fieldsV1", FieldPaths.toFieldsV1(entry.paths));
            if (!entry.subresource.isEmpty()) {
                node.put("subresource", entry.subresource);
            }
        }
        return json;
    }

    /** Reads the form of {@code metadata.managedFields}. */
    static FieldOwners parse(JsonNode managedFields) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : managedFields) {
            Set<String> paths = new HashSet<>();
            FieldPaths.fromFieldsV1(node.path("fieldsV1"), "", paths);
            entries.add(new Entry(
                    Trees.text(node, "manager"),
                    Trees.text(node, "operation"),
                    Trees.text(node, "apiVersion"),
                    Trees.text(node, "subresource"),
                    Trees.text(node, "time"),
                    paths));
        }
        return new FieldOwners(List.copyOf(entries));
    }
}
