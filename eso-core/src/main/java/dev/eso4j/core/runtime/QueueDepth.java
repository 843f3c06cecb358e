package dev.eso4j.core.runtime;

/**
 * How much there is in a {@link WorkQueue}.
 *
 * @param changed keys that wait in the first lane
 * @param refresh keys that wait in the second lane
 * @param delayed keys that wait for their time
 * @param inWork keys that are worked on
 * @param added how many keys were ever added
 * @param retries how many retries were ever scheduled
 * @param oldestChanged for how many nanoseconds the oldest key of the first lane has been waiting; 0 if it is empty
 * @param oldestRefresh the same of the second lane
 */
public record QueueDepth(
        int changed,
        int refresh,
        int delayed,
        int inWork,
        long added,
        long retries,
        long oldestChanged,
        long oldestRefresh) {}
