package dev.eso4j.core.store;

import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.runtime.Ticker;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
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
    private final Semaphore budget;
    private final CallRetry retry;
    private final StoreGates gates;
    private final StoreGate gate;
    private final CallListener listener;
    private final Ticker ticker;
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
        this.gates = gates;
        this.gate = gates.gate(identity);
        this.budget = new Semaphore(gates.perStore());
        this.retry = retry;
        this.listener = listener;
        this.ticker = ticker;
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
        boolean[] again = {false};
        try {
            gate.calls();
            return gates.patience()
                    .during(
                            gates.limit(),
                            () -> retry.run(
                                    () -> {
                                        if (again[0]) {
                                            listener.retried(provider, identity, operation);
                                        }
                                        again[0] = true;
                                        return once(operation, call);
                                    },
                                    gate),
                            e -> givenUp(operation, object));
        } finally {
            leave();
        }
    }

    private UnavailableException givenUp(String operation, String object) {
        UnavailableException e =
                gates.givenUp(operation + " of " + (object.isEmpty() ? "" : object + " from "), identity);
        gate.givenUp(e);
        return e;
    }

    private <T> T once(String operation, Function<SecretsClient, T> call) {
        try {
            budget.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(operation + " was interrupted while shutting down", "", null, e);
        }
        long start = ticker.nanos();
        boolean success = false;
        try {
            T result = call.apply(client);
            success = true;
            gate.answered();
            return result;
        } catch (SecretsException e) {
            success = e instanceof NotFoundException;
            gate.failed(e);
            throw e;
        } catch (RuntimeException e) {
            throw defect(operation, e);
        } finally {
            budget.release();
            long took = ticker.nanos() - start;
            listener.called(provider, identity, operation, success, took);
            log.debug(
                    "{} of {} {} after {} ms",
                    operation,
                    identity.display(),
                    success ? "was answered" : "failed",
                    took / 1_000_000);
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
