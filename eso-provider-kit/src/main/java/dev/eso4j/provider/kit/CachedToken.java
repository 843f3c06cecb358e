package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ServiceAccountToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until four fifths of its lifetime are over.
 *
 * <p>Of callers that need a new one at the same time, one asks for it and the others wait for its answer. When a renewal
 * fails, the old token serves as long as it is valid. Thread-safe; {@link #toString} shows no token.
 */
public final class CachedToken {
    private final Supplier<ServiceAccountToken> source;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Held held;

    private record Held(ServiceAccountToken token, Instant renew) {}

    /** Creates a cache in front of {@code source}, which is asked when there is no token, or not one fresh enough. */
    public CachedToken(Supplier<ServiceAccountToken> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Returns a valid token.
     *
     * @throws SecretsException if there is none and none can be had
     */
    public SecretValue get() {
        Held now = held;
        if (now != null && clock.instant().isBefore(now.renew)) {
            return now.token.token();
        }
        lock.lock();
        try {
            now = held;
            if (now != null && clock.instant().isBefore(now.renew)) {
                return now.token.token();
            }
            return renew(now);
        } finally {
            lock.unlock();
        }
    }

    private SecretValue renew(@Nullable Held old) {
        Instant asked = clock.instant();
        try {
            ServiceAccountToken token = source.get();
            Duration lifetime = Duration.between(asked, token.expires());
            held = new Held(token, asked.plus(lifetime.multipliedBy(4).dividedBy(5)));
            return token.token();
        } catch (SecretsException e) {
            if (old != null && asked.isBefore(old.token.expires())) {
                return old.token.token();
            }
            throw e;
        }
    }

    /** Forgets {@code refused}, which the backend did not accept; does nothing if another token is held by now. */
    public void invalidate(SecretValue refused) {
        lock.lock();
        try {
            Held now = held;
            if (now != null && now.token.token().equals(refused)) {
                held = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "CachedToken";
    }
}
