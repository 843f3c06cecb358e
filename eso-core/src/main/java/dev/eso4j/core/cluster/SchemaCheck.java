package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.GoDuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One node of an object and its path, with the questions that a schema asks. */
record SchemaCheck(String path, JsonNode node, Violations violations) {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    SchemaCheck child(String name) {
        return new SchemaCheck(path.isEmpty() ? name : path + "." + name, node.path(name), violations);
    }

    List<SchemaCheck> items() {
        SchemaCheck[] items = new SchemaCheck[node.isArray() ? node.size() : 0];
        Arrays.setAll(items, i -> new SchemaCheck(path + "[" + i + "]", node.path(i), violations));
        return List.of(items);
    }

    SchemaCheck required() {
        if (!present()) {
            violations.add(path, "is missing; add it");
        }
        return this;
    }

    String text() {
        return node.asText("");
    }

    SchemaCheck among(String... allowed) {
        if (present() && !List.of(allowed).contains(text())) {
            violations.add(path, "is \"" + text() + "\"; it can be " + String.join(", ", allowed));
        }
        return this;
    }

    SchemaCheck objectName() {
        return matching(
                MetadataRules::isSubdomain,
                "is no possible name of an object; use lower-case letters, digits," + " '-' and '.'");
    }

    SchemaCheck namespaceName() {
        return matching(MetadataRules::isLabel, "is no possible namespace; use lower-case letters, digits and '-'");
    }

    SchemaCheck secretKey() {
        return matching(
                key -> key.length() <= 253 && KEY.matcher(key).matches(),
                "is no possible key of a Secret; use letters, digits, '-', '_' and '.'");
    }

    SchemaCheck notEmpty() {
        return matching(text -> !text.isEmpty(), "is empty; fill it in");
    }

    SchemaCheck matching(Predicate<String> rule, String problem) {
        if (present() && !rule.test(text())) {
            violations.add(path, "\"" + text() + "\" " + problem);
        }
        return this;
    }

    SchemaCheck duration() {
        return matching(
                SchemaCheck::isDuration,
                "is no duration; write a number and a unit out of h, m, s, ms, us and ns, such as 1h30m, and days in hours");
    }

    static boolean isDuration(String text) {
        try {
            GoDuration.parse("", text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Exactly one member. */
    SchemaCheck oneMember() {
        if (present() && node.size() != 1) {
            String names = String.join(
                    ", ", node.properties().stream().map(Map.Entry::getKey).toList());
            violations.add(
                    path,
                    node.isEmpty()
                            ? "is empty; give it exactly one member"
                            : "has the members " + names + "; keep exactly one");
        }
        return this;
    }
}
