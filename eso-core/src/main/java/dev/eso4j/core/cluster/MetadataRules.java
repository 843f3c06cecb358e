package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What the API demands of the metadata of every object. */
final class MetadataRules {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final int MAX_ANNOTATIONS = 256 * 1024;

    private MetadataRules() {}

    static void check(Table table, ObjectNode tree, Violations violations) {
        ObjectNode metadata = Trees.child(tree, "metadata");
        String name = Trees.text(metadata, "name");
        if (name.isEmpty()) {
            violations.add("metadata.name", "is missing; give the object a name");
        } else if (table.core("Namespace") ? !isLabel(name) : !isSubdomain(name)) {
            violations.add(
                    "metadata.name",
                    "is \"" + name + "\"; a name has lower-case letters, digits, '-' and '.', begins and ends with a"
                            + " letter or digit");
        }
        String namespace = Trees.text(metadata, "namespace");
        if (table.namespaced && !isLabel(namespace)) {
            violations.add(
                    "metadata.namespace",
                    namespace.isEmpty()
                            ? "is missing; " + table.kind + " lives in a namespace"
                            : "is \"" + namespace + "\"; a namespace has up to 63 lower-case letters, digits and '-'");
        } else if (!table.namespaced && !namespace.isEmpty()) {
            violations.add("metadata.namespace", "is set, but " + table.kind + " has no namespace; remove it");
        }
        labels(metadata.path("labels"), violations);
        annotations(metadata.path("annotations"), violations);
        for (JsonNode finalizer : metadata.path("finalizers")) {
            if (!isQualified(finalizer.asText())) {
                violations.add("metadata.finalizers", "contains \"" + finalizer.asText() + "\"; write domain/name");
            }
        }
        for (JsonNode owner : metadata.path("ownerReferences")) {
            for (String field : new String[] {"apiVersion", "kind", "name", "uid"}) {
                if (Trees.text(owner, field).isEmpty()) {
                    violations.add("metadata.ownerReferences", "has an entry without " + field + "; fill it in");
                }
            }
        }
    }

    private static void labels(JsonNode labels, Violations violations) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (!isQualified(label.getKey())) {
                violations.add(
                        "metadata.labels",
                        "has the key \"" + label.getKey() + "\"; a key is up to 63 letters, digits, '-', '_' and '.',"
                                + " optionally behind a domain and '/'");
            }
            String value = label.getValue().asText();
            if (!value.isEmpty()
                    && (value.length() > 63 || !QUALIFIED.matcher(value).matches())) {
                violations.add(
                        "metadata.labels[" + label.getKey() + "]",
                        "has a value that no label may have; up to 63 letters, digits, '-', '_' and '.' are allowed");
            }
        }
    }

    private static void annotations(JsonNode annotations, Violations violations) {
        int size = 0;
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            if (!isQualified(annotation.getKey())) {
                violations.add(
                        "metadata.annotations",
                        "has the key \"" + annotation.getKey() + "\"; write name or domain/name");
            }
            size += length(annotation.getKey()) + length(annotation.getValue().asText());
        }
        if (size > MAX_ANNOTATIONS) {
            violations.add("metadata.annotations", "are " + size + " bytes; " + MAX_ANNOTATIONS + " are allowed");
        }
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static boolean isSubdomain(String name) {
        return name.length() <= 253 && SUBDOMAIN.matcher(name).matches();
    }

    static boolean isLabel(String name) {
        return name.length() <= 63 && LABEL.matcher(name).matches();
    }

    private static boolean isQualified(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        return (slash < 0 || isSubdomain(key.substring(0, slash)))
                && name.length() <= 63
                && QUALIFIED.matcher(name).matches();
    }
}
