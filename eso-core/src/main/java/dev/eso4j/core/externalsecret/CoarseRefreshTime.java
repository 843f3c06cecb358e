package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusBuilder;
import dev.eso4j.core.runtime.NamespacedName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which statuses need not be written, because nothing but the refreshTime is new and the stored one is not old yet.
 * Thread-safe.
 */
public final class CoarseRefreshTime {
    private final Duration granularity;
    /** The time that the API server has, of those ExternalSecrets for which a newer one was not written. */
    private final Map<NamespacedName, Instant> stored = new ConcurrentHashMap<>();

    /** Creates the rule; with a granularity of zero everything is written. */
    public CoarseRefreshTime(Duration granularity) {
        this.granularity = granularity;
    }

    /** Returns whether {@code after} can stay unwritten when {@code before} is what is known of the ExternalSecret. */
    public boolean holds(NamespacedName key, @Nullable ExternalSecretStatus before, ExternalSecretStatus after) {
        if (granularity.isZero() || before == null || !onlyTime(before, after)) {
            return false;
        }
        Optional<Instant> then = Optional.ofNullable(stored.get(key)).or(() -> RefreshDecision.refreshTime(before));
        Optional<Instant> now = RefreshDecision.refreshTime(after);
        if (then.isEmpty() || now.isEmpty() || !now.get().isBefore(then.get().plus(granularity))) {
            return false;
        }
        stored.put(key, then.get());
        return true;
    }

    /** Forgets an ExternalSecret whose status has been written, or which is gone. */
    public void forget(NamespacedName key) {
        stored.remove(key);
    }

    private static boolean onlyTime(ExternalSecretStatus before, ExternalSecretStatus after) {
        return ExternalSecretStatusBuilder.builder(before)
                .refreshTime(after.refreshTime())
                .build()
                .equals(after);
    }
}
