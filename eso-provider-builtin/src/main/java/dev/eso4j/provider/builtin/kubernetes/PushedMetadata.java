package dev.eso4j.provider.builtin.kubernetes;

import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which labels or annotations a pushed Secret gets.
 *
 * <p>Bookkeeping stays behind: a copy that says it is managed by an ExternalSecret would be deleted as its orphan, and
 * kubectl's memory of the last manifest holds the values themselves.
 */
final class PushedMetadata {
    private static final String BOOKKEEPING = "reconcile.external-secrets.io/";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final PushOptions options;

    PushedMetadata(PushOptions options) {
        this.options = options;
    }

    /**
     * Returns the map that the target is to have.
     *
     * @param source what the source Secret has
     * @param stated what the options state
     * @param target what the target has; empty if there is none yet
     */
    Map<String, String> combine(Map<String, String> source, Map<String, String> stated, Map<String, String> target) {
        if (options.targetMergePolicy().equals("Ignore")) {
            return target;
        }
        Map<String, String> wanted = new TreeMap<>();
        if (options.sourceMergePolicy().equals("Merge")) {
            wanted.putAll(source);
        }
        wanted.putAll(stated);
        wanted.keySet().removeIf(name -> name.startsWith(BOOKKEEPING) || name.equals(LAST_APPLIED));
        if (options.targetMergePolicy().equals("Replace")) {
            return wanted;
        }
        Map<String, String> merged = new TreeMap<>(target);
        merged.putAll(wanted);
        return merged;
    }
}
