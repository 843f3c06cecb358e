package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.runtime.NamespacedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told of each sync; for metrics. Must be fast and must not throw. */
public interface SyncListener {
    /** A sync has ended; {@code status} is what is stored now. */
    default void synced(
            ExternalSecret externalSecret, @Nullable ExternalSecretStatus status, Duration took, boolean failed) {}

    /** An ExternalSecret is gone. */
    default void gone(NamespacedName key) {}

    /** Returns the listener that does nothing. */
    static SyncListener none() {
        return new SyncListener() {};
    }
}
