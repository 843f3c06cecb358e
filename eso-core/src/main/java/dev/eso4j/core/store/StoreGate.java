package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.runtime.NamespacedName;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Who may ask one store, or one generator, when: its seats, its circuit, its budget of retries and the line of those who wait. What one
 * caller did wrong counts as an answer; only failures of the service itself count as failures. Thread-safe; the lock is
 * the one of all gates, for they share seats.
 */
public final class StoreGate {
    /** After a failure, so many of those who wait are called in a second: the backend has only just come back. */
    static final int RECOVERY_PER_SECOND = 100;

    private static final long SPREAD = Duration.ofSeconds(1).toNanos() / RECOVERY_PER_SECOND;
    private static final Duration FALLBACK = Duration.ofMinutes(1);

    private final StoreGates gates;
    private final StoreIdentity identity;
    private final Circuit circuit = new Circuit();
    private final RetryBudget retries = new RetryBudget();
    private final Set<NamespacedName> line = new LinkedHashSet<>();
    private final Semaphore calls;
    private volatile long givenUp;
    private int inUse;
    private int called;
    private long turnedAway;
    private long opened;
    private long lastEntered;

    StoreGate(StoreGates gates, StoreIdentity identity) {
        this.gates = gates;
        this.identity = identity;
        this.calls = new Semaphore(gates.perStore());
        this.lastEntered = gates.now();
    }

    /**
     * Takes a seat, or the last place in the line.
     *
     * @throws StoreWaitException if there is no seat now
     */
    public Seat enter(NamespacedName externalSecret) {
        synchronized (gates) {
            gates.arrived(externalSecret);
            long now = gates.now();
            boolean probe = circuit.mayProbe(now);
            if (!circuit.closed() && !probe) {
                throw turnAway(externalSecret, true);
            }
            if (!gates.admits(inUse)) {
                throw turnAway(externalSecret, false);
            }
            if (probe) {
                circuit.probe();
            }
            line.remove(externalSecret);
            inUse++;
            lastEntered = now;
            gates.taken();
            return new Seat(this, probe);
        }
    }

    private StoreWaitException turnAway(NamespacedName externalSecret, boolean failing) {
        turnedAway++;
        if (gates.hasLine() && line.add(externalSecret)) {
            gates.crowded(this);
            callWhoMayCome();
        }
        String message = identity.display()
                + (failing
                        ? " does not answer or asked for a pause; it is asked again by one call at a time, and this"
                                + " ExternalSecret follows when one succeeds"
                        : " is busy; this ExternalSecret waits for its turn");
        return new StoreWaitException(message, failing, FALLBACK.plusNanos(line.size() * SPREAD));
    }

    void leave(Seat seat) {
        synchronized (gates) {
            inUse--;
            gates.released();
            if (seat.probe && circuit.state() == GateView.Circuit.PROBING) {
                circuit.probeWithoutAnswer(gates.now());
            }
            gates.callAll();
        }
    }

    /** Calls those for whom there are seats; of a store that fails, one to be the next probe. */
    void callWhoMayCome() {
        while (circuit.closed() && !line.isEmpty() && gates.admits(inUse + called)) {
            callNext(0);
        }
        if (circuit.state() == GateView.Circuit.OPEN && called == 0) {
            callNext(circuit.remaining(gates.now()));
        }
    }

    /** Returns what bounds the calls at the same time, for those too that come without a seat. */
    Semaphore oneCall() {
        return calls;
    }

    /** Returns whether nobody has used it for so long that nothing depends on what it remembers. */
    boolean idle(long nanos) {
        return inUse == 0 && called == 0 && line.isEmpty() && gates.now() - lastEntered > nanos;
    }

    boolean empty() {
        return line.isEmpty();
    }

    /** Somebody who was called has come, or never will. */
    void calledOneCame() {
        called--;
    }

    private void callNext(long delay) {
        Iterator<NamespacedName> first = line.iterator();
        if (first.hasNext()) {
            NamespacedName next = first.next();
            first.remove();
            called++;
            gates.call(this, next, delay);
        }
    }

    /** Calls everybody in the line, one after the other. */
    void callEverybody() {
        for (long i = 0; !line.isEmpty(); i++) {
            callNext(i * SPREAD);
        }
    }

    /** Counts a call. */
    void calls() {
        synchronized (gates) {
            retries.called();
        }
    }

    /** The service has answered a call. */
    void answered() {
        synchronized (gates) {
            if (circuit.answered()) {
                callEverybody();
            }
        }
    }

    /** A call has ended with an error. */
    void failed(SecretsException e) {
        if (e instanceof UnavailableException || e instanceof ThrottledException) {
            synchronized (gates) {
                boolean wasClosed = circuit.closed();
                if (circuit.failed(gates.now(), e.retryAfter().orElse(null))) {
                    opened++;
                    if (wasClosed) {
                        callEverybody(); // They thought that it was busy; now they can say that it fails.
                    } else {
                        callWhoMayCome();
                    }
                }
            }
        } else {
            answered();
        }
    }

    /** A call has not ended in time. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Written under the lock, read without.
    void givenUp(UnavailableException e) {
        synchronized (gates) {
            givenUp++;
            failed(e);
        }
    }

    long givenUp() {
        return givenUp;
    }

    boolean worthAsking() {
        synchronized (gates) {
            return circuit.state() != GateView.Circuit.OPEN;
        }
    }

    /** Takes a retry out of the budget. */
    boolean mayRetry() {
        synchronized (gates) {
            return circuit.state() != GateView.Circuit.OPEN && retries.take();
        }
    }

    GateView view() {
        synchronized (gates) {
            return new GateView(
                    identity,
                    circuit.state(),
                    inUse,
                    line.size() + called,
                    retries.left(),
                    retries.refused(),
                    turnedAway,
                    givenUp,
                    opened);
        }
    }
}
