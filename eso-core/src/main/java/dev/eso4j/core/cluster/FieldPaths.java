package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object by path. A path is its elements, each followed by NUL; an element is written as
 * {@code managedFields} has it: {@code f:name}, {@code k:{"uid":"…"}}, {@code v:"…"}. Lists are one field, but for owner
 * references and finalizers, of which each member is one.
 */
final class FieldPaths {
    private static final char END = '\0';
    private static final String METADATA = "f:metadata" + END;

    /** Fields that belong to the API server or say what the object is; nobody owns them. */
    private static final Set<String> UNOWNED = Set.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink");

    private FieldPaths() {}

    /** Returns every path with its value; one that has fields of its own has a placeholder for a value. */
    static Map<String, JsonNode> of(ObjectNode object) {
        Map<String, JsonNode> paths = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            switch (member.getKey()) {
                case "apiVersion", "kind" -> {}
                case "metadata" -> {
                    for (Map.Entry<String, JsonNode> field : member.getValue().properties()) {
                        if (!UNOWNED.contains(field.getKey())) {
                            collect(METADATA + "f:" + field.getKey() + END, field.getKey(), field.getValue(), paths);
                        }
                    }
                }
                default -> collect("f:" + member.getKey() + END, "", member.getValue(), paths);
            }
        }
        return paths;
    }

    private static void collect(String path, String listName, JsonNode value, Map<String, JsonNode> paths) {
        if (value.isObject() && !value.isEmpty()) {
            paths.put(path, BooleanNode.TRUE);
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                collect(path + "f:" + field.getKey() + END, "", field.getValue(), paths);
            }
        } else if (listName.equals("ownerReferences")) {
            paths.put(path, BooleanNode.TRUE);
            for (JsonNode reference : value) {
                paths.put(path + "k:{\"uid\":\"" + Trees.text(reference, "uid") + "\"}" + END, reference);
            }
        } else if (listName.equals("finalizers")) {
            paths.put(path, BooleanNode.TRUE);
            for (JsonNode finalizer : value) {
                paths.put(path + "v:" + finalizer + END, finalizer);
            }
        } else {
            paths.put(path, value);
        }
    }

    /** Returns the paths in the form of {@code fieldsV1}. */
    static ObjectNode toFieldsV1(Collection<String> paths) {
        ObjectNode root = Trees.object();
        Map<String, ObjectNode> nodes = new HashMap<>();
        for (String path : paths.stream().sorted().toList()) {
            node(path, root, nodes);
        }
        for (String path : paths) {
            ObjectNode node = nodes.get(path);
            if (node != null && !node.isEmpty()) {
                node.putObject(".");
            }
        }
        return root;
    }

    private static ObjectNode node(String path, ObjectNode root, Map<String, ObjectNode> nodes) {
        if (path.isEmpty()) {
            return root;
        }
        ObjectNode known = nodes.get(path);
        if (known != null) {
            return known;
        }
        int start = path.lastIndexOf(END, path.length() - 2) + 1;
        ObjectNode made =
                node(path.substring(0, start), root, nodes).putObject(path.substring(start, path.length() - 1));
        nodes.put(path, made);
        return made;
    }

    /** Adds the paths that {@code fieldsV1} holds. */
    static void fromFieldsV1(JsonNode fields, String prefix, Set<String> paths) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().equals(".")) {
                paths.add(prefix);
                continue;
            }
            String path = prefix + field.getKey() + END;
            if (field.getValue().isEmpty()) {
                paths.add(path);
            } else {
                fromFieldsV1(field.getValue(), path, paths);
            }
        }
    }

    /** Removes a field from a tree of the caller's own; containers on the way are copied, since they may be shared. */
    static void remove(ObjectNode tree, String path) {
        String[] elements = path.split(String.valueOf(END));
        ObjectNode parent = tree;
        for (int i = 0; i < elements.length - 1; i++) {
            String name = elements[i].substring(2);
            JsonNode next = parent.get(name);
            if (next == null) {
                return;
            }
            if (!(next instanceof ObjectNode object)) {
                removeFromList(parent, name, elements[i + 1]);
                return;
            }
            ObjectNode copy = Trees.shallow(object);
            parent.set(name, copy);
            parent = copy;
        }
        @Nullable JsonNode value = parent.get(elements[elements.length - 1].substring(2));
        if (value != null && !(value.isContainerNode() && !value.isEmpty())) {
            parent.remove(elements[elements.length - 1].substring(2));
        }
    }

    private static void removeFromList(ObjectNode parent, String name, String element) {
        var kept = Trees.array();
        for (JsonNode item : parent.path(name)) {
            String asElement = item.isObject() ? "k:{\"uid\":\"" + Trees.text(item, "uid") + "\"}" : "v:" + item;
            if (!asElement.equals(element)) {
                kept.add(item);
            }
        }
        if (kept.isEmpty()) {
            parent.remove(name);
        } else {
            parent.set(name, kept);
        }
    }
}
