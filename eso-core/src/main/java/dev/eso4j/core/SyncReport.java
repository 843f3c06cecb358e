package dev.eso4j.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a pass did, or would do.
 *
 * @param results one for each ExternalSecret, ordered by namespace and name
 */
public record SyncReport(List<TargetResult> results) {
    /** Takes over a copy of the results. */
    public SyncReport {
        results = List.copyOf(results);
    }

    /** Returns the results with this action. */
    public List<TargetResult> with(TargetResult.Action action) {
        return results.stream().filter(r -> r.action() == action).toList();
    }

    /** Returns how many results have this action. */
    public long count(TargetResult.Action action) {
        return results.stream().filter(r -> r.action() == action).count();
    }

    /** Returns the results that failed. */
    public List<TargetResult> failures() {
        return with(TargetResult.Action.FAILED);
    }

    /**
     * Returns this report if nothing failed.
     *
     * @throws SyncFailedException if something did; it names each ExternalSecret and its cause
     */
    public SyncReport orThrow() {
        if (!failures().isEmpty()) {
            throw new SyncFailedException(this);
        }
        return this;
    }

    /** Returns the counts in one line. */
    public String summary() {
        return java.util.Arrays.stream(TargetResult.Action.values())
                .filter(a -> count(a) > 0)
                .map(a -> count(a) + " " + a.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
