package dev.eso4j.standalone;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.runtime.Run;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of workers that do not come back. */
final class StuckWork {
    private StuckWork() {}

    /** Returns which work has been going on for longer than {@code bound}; empty for none, or if the bound is zero. */
    static String describe(@Nullable EsoOperator operator, Duration bound) {
        if (operator == null || bound.isZero() || bound.isNegative()) {
            return "";
        }
        List<Run> stuck = operator.insight().stuck(bound);
        if (stuck.isEmpty()) {
            return "";
        }
        Run first = stuck.get(0);
        return "a worker of " + first.controller() + " has been busy with " + first.key() + " for "
                + first.took().toSeconds() + " s (reconcileID " + first.id() + ")"
                + (stuck.size() == 1 ? "" : ", and " + (stuck.size() - 1) + " more")
                + "; no run may take longer than --stuck-after=" + bound.toSeconds() + "s";
    }
}
