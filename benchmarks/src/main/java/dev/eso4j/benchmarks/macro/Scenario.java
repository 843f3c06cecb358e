package dev.eso4j.benchmarks.macro;

/** What is measured. */
enum Scenario {
    /** N exist before the start; the time until all are Ready, beside the floor. */
    COLD(5_000, 3_600, 0),
    /** N with a short refresh interval, and nothing changes: what a refresh costs. */
    STEADY(2_000, 30, 60),
    /** New ones are added behind N that are refreshing: the time until a new one is Ready. */
    FRESH(5_000, 60, 60),
    /** As {@code FRESH}, right after a restart of the operator. */
    RESTART(5_000, 60, 60);

    final int n;
    final int intervalSeconds;
    final int windowSeconds;

    Scenario(int n, int intervalSeconds, int windowSeconds) {
        this.n = n;
        this.intervalSeconds = intervalSeconds;
        this.windowSeconds = windowSeconds;
    }
}
