package dev.eso4j.core.externalsecret;

import dev.eso4j.api.GoDuration;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.cluster.ObjectHash;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether an ExternalSecret is due and when to look at it again. Pure. */
final class RefreshDecision {
    private static final Duration DEFAULT_INTERVAL = Duration.ofHours(1);
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(5);

    private RefreshDecision() {}

    /** Returns the refresh interval; an absent one is an hour. Throws IllegalArgumentException naming the field. */
    static Duration interval(ExternalSecret externalSecret) {
        String text = externalSecret.getSpec().refreshInterval();
        return text == null || text.isEmpty() ? DEFAULT_INTERVAL : GoDuration.parse("spec.refreshInterval", text);
    }

    /** Returns the text that stands for spec, labels and annotations as they are. */
    static String syncedVersion(ExternalSecret externalSecret) {
        ObjectMeta metadata = externalSecret.getMetadata();
        long generation = metadata.getGeneration() == null ? 0 : metadata.getGeneration();
        return generation + "-" + ObjectHash.ofMetadata(metadata.getAnnotations(), metadata.getLabels());
    }

    /** Returns whether values are to be fetched now. */
    static boolean due(ExternalSecret externalSecret, Instant now) {
        ExternalSecretStatus status = externalSecret.getStatus();
        String synced = status == null || status.syncedResourceVersion() == null ? "" : status.syncedResourceVersion();
        Optional<Instant> refreshed = refreshTime(status);
        String policy = externalSecret.getSpec().refreshPolicy();
        if ("CreatedOnce".equals(policy)) {
            return synced.isEmpty() || refreshed.isEmpty();
        }
        boolean changed = !synced.equals(syncedVersion(externalSecret));
        if ("OnChange".equals(policy)) {
            return synced.isEmpty() || refreshed.isEmpty() || changed;
        }
        Duration interval = interval(externalSecret);
        if (never(interval) && !synced.isEmpty()) {
            return false;
        }
        if (changed || refreshed.isEmpty() || refreshed.get().isAfter(now)) {
            return true;
        }
        return refreshed.get().plus(interval).isBefore(now)
                && SyncWindowsGate.of(externalSecret.getSpec().syncWindows()).allows(now);
    }

    /** Returns how long nothing needs to be done unless something changes; nothing means for ever. */
    static Optional<Duration> nextLook(ExternalSecret externalSecret, Instant now) {
        String policy = externalSecret.getSpec().refreshPolicy();
        Duration interval = interval(externalSecret);
        if (never(interval) || "CreatedOnce".equals(policy) || "OnChange".equals(policy)) {
            return Optional.empty();
        }
        Optional<Instant> refreshed = refreshTime(externalSecret.getStatus());
        if (refreshed.isEmpty()) {
            return Optional.of(interval);
        }
        // One second more: the stored time has lost its fraction, and "due" is strictly after the interval.
        Instant due = refreshed
                .get()
                .plus(interval)
                .plus(jitter(externalSecret, interval))
                .plusMillis(1);
        if (!due.isAfter(now)) {
            SyncWindowsGate gate = SyncWindowsGate.of(externalSecret.getSpec().syncWindows());
            if (!gate.allows(now)) {
                return gate.opens(now).map(opens -> Duration.between(now, opens).plusMillis(1));
            }
            return Optional.of(Duration.ofSeconds(1));
        }
        return Optional.of(Duration.between(now, due));
    }

    /** Returns when the last successful sync began. */
    static Optional<Instant> refreshTime(@Nullable ExternalSecretStatus status) {
        if (status == null
                || status.refreshTime() == null
                || status.refreshTime().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Timestamps.parse(status.refreshTime()));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // What nobody can read counts as never refreshed: the sync then writes it anew.
        }
    }

    /** The same for each object each time, so that a restart does not bring all refreshes back together. */
    private static Duration jitter(ExternalSecret externalSecret, Duration interval) {
        String uid = externalSecret.getMetadata().getUid();
        int hash = (uid == null ? externalSecret.getMetadata().getName() : uid).hashCode() * 0x9E3779B1;
        long most = Math.min(LONGEST_JITTER.toMillis(), interval.toMillis() / 10);
        return Duration.ofMillis(most * (hash >>> 16) / 65536);
    }

    private static boolean never(Duration interval) {
        return interval.isZero() || interval.isNegative();
    }
}
