package dev.eso4j.core.externalsecret;

/** The line that a sync goes through for one kind of target. Used once, by one thread. */
interface TargetLine {
    /** Returns whether the target still is what the last sync left, as far as that can be seen without fetching. */
    boolean valid();

    /** Refuses what may not be asked for; then fetches, renders, plans and applies. */
    SyncOutcome run();
}
