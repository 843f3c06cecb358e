package dev.eso4j.core.externalsecret;

import java.time.Instant;

/**
 * How an ExternalSecret is to be synced.
 *
 * @param now the time at which the sync begins
 * @param notBefore reads of the backend that began earlier are not good enough
 * @param changed whether somebody changed something and waits; if not, the clock or a restart caused the sync
 * @param force whether a periodic refresh is due whatever its interval says
 * @param dryRun whether to stop before anything is written
 */
public record SyncRequest(Instant now, long notBefore, boolean changed, boolean force, boolean dryRun) {}
