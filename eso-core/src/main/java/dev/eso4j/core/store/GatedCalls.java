package dev.eso4j.core.store;

import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.runtime.Ticker;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls on behalf of one store or generator: as many at once as its gate allows, each within the time limit and
 * again where that may help, and lets the gate know how they end. Thread-safe.
 */
final class GatedCalls {
    private static final Logger log = LoggerFactory.getLogger(GatedCalls.class);

    private final String provider;
    private final StoreIdentity identity;
    private final StoreGates gates;
    private final StoreGate gate;
    private final CallRetry retry;
    private final CallListener listener;
    private final Ticker ticker;

    GatedCalls(
            String provider,
            StoreIdentity identity,
            StoreGates gates,
            CallRetry retry,
            CallListener listener,
            Ticker ticker) {
        this.provider = provider;
        this.identity = identity;
        this.gates = gates;
        this.gate = gates.gate(identity);
        this.retry = retry;
        this.listener = listener;
        this.ticker = ticker;
    }

    /**
     * Makes a call.
     *
     * @param object what it is about; may be empty
     * @param defect makes the exception that is thrown for one that is no {@link SecretsException}
     */
    <T> T call(
            String operation,
            String object,
            Supplier<T> call,
            Function<RuntimeException, ? extends RuntimeException> defect) {
        boolean[] again = {false};
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
                                    return once(operation, call, defect);
                                },
                                gate),
                        e -> givenUp(operation, object));
    }

    private UnavailableException givenUp(String operation, String object) {
        UnavailableException e =
                gates.givenUp(operation + " of " + (object.isEmpty() ? "" : object + " from "), identity);
        gate.givenUp(e);
        return e;
    }

    private <T> T once(
            String operation, Supplier<T> call, Function<RuntimeException, ? extends RuntimeException> defect) {
        try {
            gate.oneCall().acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(operation + " was interrupted while shutting down", "", null, e);
        }
        long start = ticker.nanos();
        boolean success = false;
        try {
            T result = call.get();
            success = true;
            gate.answered();
            return result;
        } catch (SecretsException e) {
            success = e instanceof NotFoundException;
            gate.failed(e);
            throw e;
        } catch (RuntimeException e) {
            throw defect.apply(e);
        } finally {
            gate.oneCall().release();
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
}
