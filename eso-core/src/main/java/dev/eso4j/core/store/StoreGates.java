package dev.eso4j.core.store;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Patience;
import dev.eso4j.core.runtime.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The gates of all stores and generators. Together they have {@value #SEATS} seats; a store gets at most its own bound, and never more
 * than are left for the others, so however many stores hang, there are seats for one that does not. Thread-safe.
 */
public final class StoreGates implements AutoCloseable {
    /** How many ExternalSecrets are fetched at the same time, all stores together. */
    public static final int SEATS = 128;

    /** After what time a call is given up unless told otherwise: 30 s. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration IDLE = Duration.ofHours(1);

    private final Map<StoreIdentity, StoreGate> gates = new ConcurrentHashMap<>();
    private final Map<NamespacedName, StoreGate> called = new HashMap<>();
    private final Set<StoreGate> crowded = new LinkedHashSet<>();
    private final Patience patience;
    private final Ticker ticker;
    private final int perStore;
    private final Duration limit;
    private final Duration limitOfFetch;
    private final @Nullable WaiterCall waiters;
    private volatile boolean anybodyCalled;
    private int inUse;

    /**
     * Creates gates.
     *
     * @param perStore how many seats one store gets at most, and how many calls at the same time
     * @param limit after what time a call is given up, its retries included
     * @param waiters calls those who wait for a seat; without it nobody is sent into a line, and a call waits on its thread
     */
    public StoreGates(Ticker ticker, int perStore, Duration limit, @Nullable WaiterCall waiters) {
        this.patience = new Patience(ticker);
        this.ticker = ticker;
        this.perStore = perStore;
        this.limit = limit;
        this.limitOfFetch = limit.multipliedBy(3);
        this.waiters = waiters;
    }

    /** Returns the gate of a store. */
    public StoreGate gate(StoreIdentity store) {
        StoreGate known = gates.get(store);
        return known != null ? known : gates.computeIfAbsent(store, id -> new StoreGate(this, id));
    }

    /**
     * Returns the gate of a generator. Nobody watches generators, so with a new gate go those that it replaces, which tell of
     * an earlier spec, and those of generators that were not used for an hour.
     */
    StoreGate generatorGate(StoreIdentity generator) {
        StoreGate known = gates.get(generator);
        if (known != null) {
            return known;
        }
        evict(id -> generator.replaces(id) || !id.isStore() && idle(id));
        return gate(generator);
    }

    private synchronized boolean idle(StoreIdentity identity) {
        StoreGate gate = gates.get(identity);
        return gate != null && gate.idle(IDLE.toNanos());
    }

    /** Returns how it goes with each store and generator that was used. */
    public List<GateView> views() {
        return gates.values().stream().map(StoreGate::view).toList();
    }

    /** The work that somebody was called for has ended: should it not have come to the gate, the next is called. */
    public void ended(NamespacedName externalSecret) {
        if (anybodyCalled) {
            synchronized (this) {
                arrived(externalSecret);
                callAll();
            }
        }
    }

    /** Returns the error of what did not end within the limit. */
    UnavailableException givenUp(String what, StoreIdentity store) {
        return givenUp(what + store.display());
    }

    UnavailableException givenUp(String what) {
        return new UnavailableException(
                what + " was given up after " + seconds(limit) + " without an answer",
                "see whether the service answers and how it is reached; the time limit is the operator's"
                        + " --backend-timeout",
                null,
                null);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    Patience patience() {
        return patience;
    }

    Duration limit() {
        return limit;
    }

    /** Returns how long what shares a call with others may take; each of those calls has a limit of its own. */
    Duration limitOfFetch() {
        return limitOfFetch;
    }

    int perStore() {
        return perStore;
    }

    long now() {
        return ticker.nanos();
    }

    boolean hasLine() {
        return waiters != null;
    }

    /** Returns whether a store that has {@code taken} seats may get another. */
    boolean admits(int taken) {
        int free = SEATS - inUse;
        return !hasLine() || free > 0 && taken < Math.min(perStore, Math.max(1, free));
    }

    void taken() {
        inUse++;
    }

    void released() {
        inUse--;
    }

    void crowded(StoreGate gate) {
        crowded.add(gate);
    }

    void arrived(NamespacedName externalSecret) {
        StoreGate gate = called.remove(externalSecret);
        if (gate != null) {
            gate.calledOneCame();
            anybodyCalled = !called.isEmpty();
        }
    }

    void call(StoreGate gate, NamespacedName externalSecret, long delay) {
        arrived(externalSecret); // Who is in two lines comes once.
        called.put(externalSecret, gate);
        anybodyCalled = true;
        if (waiters != null) {
            waiters.call(externalSecret, delay);
        }
    }

    void callAll() {
        if (!crowded.isEmpty()) {
            crowded.forEach(StoreGate::callWhoMayCome);
            crowded.removeIf(StoreGate::empty);
        }
    }

    /** Drops the gates of stores that are gone or have changed; who waits for one comes again. */
    void evict(Predicate<StoreIdentity> which) {
        gates.forEach((identity, gate) -> {
            if (which.test(identity) && gates.remove(identity, gate)) {
                synchronized (this) {
                    gate.callEverybody();
                    crowded.remove(gate);
                }
            }
        });
    }

    @Override
    public void close() {
        patience.close();
    }
}
