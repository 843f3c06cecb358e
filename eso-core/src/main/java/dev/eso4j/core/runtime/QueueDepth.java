package dev.eso4j.core.runtime;

/**
 * How much there is in a queue.
 *
 * @param changed keys that wait in the first lane
 * @param refresh keys that wait in the second lane
 * @param delayed keys that wait for their time
 * @param inWork keys that are worked on
 * @param added how many keys were ever added
 * @param retries how many retries were ever scheduled
 */
public record QueueDepth(int changed, int refresh, int delayed, int inWork, long added, long retries) {}
