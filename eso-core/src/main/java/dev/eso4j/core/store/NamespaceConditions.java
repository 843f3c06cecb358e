package dev.eso4j.core.store;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.eso4j.api.RegexpSize;
import dev.eso4j.api.meta.LabelSelector;
import dev.eso4j.api.meta.LabelSelectorRequirement;
import dev.eso4j.api.store.ClusterSecretStoreCondition;
import java.util.List;
import java.util.Map;

/**
 * Decides whether a namespace may use a ClusterSecretStore: one of its conditions must match, and in it one of the
 * members. A condition without members matches nothing.
 */
final class NamespaceConditions {
    private NamespaceConditions() {}

    static boolean admit(
            List<ClusterSecretStoreCondition> conditions, String namespace, Map<String, String> namespaceLabels) {
        if (conditions.isEmpty()) {
            return true;
        }
        for (int i = 0; i < conditions.size(); i++) {
            ClusterSecretStoreCondition condition = conditions.get(i);
            if (condition.namespaces().contains(namespace)
                    || matches(i, condition.namespaceSelector(), namespaceLabels)
                    || anyRegex(i, condition.namespaceRegexes(), namespace)) {
                return true;
            }
        }
        return false;
    }

    /** Unanchored, as the existing operator has it: manifests rely on it. */
    private static boolean anyRegex(int condition, List<String> regexes, String namespace) {
        for (int j = 0; j < regexes.size(); j++) {
            if (compile(condition, j, regexes.get(j)).matcher(namespace).find()) {
                return true;
            }
        }
        return false;
    }

    /** Returns an expression of a condition; the message of the StoreException names its place. */
    static Pattern compile(int condition, int number, String expression) {
        String field = "spec.conditions[" + condition + "].namespaceRegexes[" + number + "]";
        String size = RegexpSize.problem(expression);
        if (!size.isEmpty()) {
            throw new StoreException(field + " " + size);
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new StoreException(field + " is not a valid RE2 expression: " + e.getDescription());
        }
    }

    private static boolean matches(
            int condition, @org.jspecify.annotations.Nullable LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
            if (!label.getValue().equals(labels.get(label.getKey()))) {
                return false;
            }
        }
        return selector.matchExpressions().stream().allMatch(r -> meets(condition, r, labels));
    }

    private static boolean meets(int condition, LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case "In" -> value != null && requirement.values().contains(value);
            case "NotIn" -> value == null || !requirement.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default ->
                throw new StoreException("spec.conditions[" + condition + "].namespaceSelector: the operator \""
                        + requirement.operator() + "\" does not exist; use In, NotIn, Exists or DoesNotExist");
        };
    }
}
