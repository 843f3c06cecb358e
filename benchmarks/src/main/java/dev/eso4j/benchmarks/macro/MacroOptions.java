package dev.eso4j.benchmarks.macro;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is to do.
 *
 * @param n how many ExternalSecrets exist before the start
 * @param threads how many connections the floor and the load use
 * @param interval the refresh interval
 * @param window how long is measured, or over how long new ones are spread
 * @param idle how long after the last one became Ready the resident memory is read
 * @param timeout after which time a run is given up
 * @param operator the command line of the operator
 * @param log where the operator's output goes
 */
record MacroOptions(
        int n,
        int threads,
        Duration interval,
        Duration window,
        Duration idle,
        Duration timeout,
        List<String> operator,
        Path log) {
    /** Returns the interval as manifests have it. */
    String intervalText() {
        return interval.toMillis() + "ms";
    }
}
