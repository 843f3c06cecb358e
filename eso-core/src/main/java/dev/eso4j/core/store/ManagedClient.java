package dev.eso4j.core.store;

import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.runtime.Ticker;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of a store with what every call needs: the store's budget of simultaneous calls, retries, metrics. It is
 * closed when it has been retired and the last call has come back. Thread-safe.
 */
public final class ManagedClient {
    private static final Logger log = LoggerFactory.getLogger(ManagedClient.class);

    private final String provider;
    private final StoreIdentity identity;
    private final SecretsClient client;
    private final GatedCalls calls;
    private int users;
    private boolean retired;

    ManagedClient(
            String provider,
            StoreIdentity identity,
            SecretsClient client,
            StoreGates gates,
            CallRetry retry,
            CallListener listener,
            Ticker ticker) {
        this.provider = provider;
        this.identity = identity;
        this.client = client;
        this.calls = new GatedCalls(provider, identity, gates, retry, listener, ticker);
    }

    /** Returns whose client it is. */
    public StoreIdentity identity() {
        return identity;
    }

    /** Returns the name of the provider. */
    public String provider() {
        return provider;
    }

    /** Returns how many calls are under way, those included that wait for their turn or for a retry. */
    public synchronized int callsInFlight() {
        return users;
    }

    /**
     * Makes a call, and makes it again if that may help, within the time limit.
     *
     * @param operation {@code read}, {@code find} or {@code check}
     * @param object what it is about; may be empty
     */
    public <T> T call(String operation, String object, Function<SecretsClient, T> call) {
        enter();
        try {
            return calls.call(operation, object, () -> call.apply(client), e -> defect(operation, e));
        } finally {
            leave();
        }
    }

    /** Returns the key to read for one property of an object; asks nobody. */
    public RemoteKey keyFor(RemoteKey key, @Nullable String property) {
        return take(() -> client.keyFor(key, property));
    }

    /** Takes what is needed from an object that a call has returned; providers' objects have code of their own. */
    public <T> T take(Supplier<T> from) {
        try {
            return from.get();
        } catch (SecretsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw defect("taking a value from a remote object", e);
        }
    }

    /** A provider's own bug. Its text may quote anything, so neither message nor log nor cause have it. */
    private UnavailableException defect(String operation, RuntimeException e) {
        log.error(
                "{} of {} failed inside provider {} with {} at {}",
                operation,
                identity.display(),
                provider,
                e.getClass().getName(),
                Arrays.toString(Arrays.copyOf(e.getStackTrace(), Math.min(8, e.getStackTrace().length))));
        return new UnavailableException(
                operation + " failed inside provider " + provider + " with "
                        + e.getClass().getSimpleName(),
                "this is a defect of the provider; the log has its stack",
                null,
                null);
    }

    synchronized boolean usable() {
        return !retired;
    }

    void retire() {
        boolean closeNow;
        synchronized (this) {
            closeNow = !retired && users == 0;
            retired = true;
        }
        if (closeNow) {
            close();
        }
    }

    private synchronized void enter() {
        if (retired && users == 0) {
            throw new UnavailableException(
                    identity.display() + " or its credentials have changed meanwhile", "", null, null);
        }
        users++;
    }

    private void leave() {
        boolean closeNow;
        synchronized (this) {
            users--;
            closeNow = retired && users == 0;
        }
        if (closeNow) {
            close();
        }
    }

    private void close() {
        try {
            client.close();
        } catch (RuntimeException e) {
            log.warn(
                    "closing the client of {} failed: {}",
                    identity.display(),
                    e.getClass().getName());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
