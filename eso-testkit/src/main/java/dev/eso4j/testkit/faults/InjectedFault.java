package dev.eso4j.testkit.faults;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A fault that a {@link FaultProxy} injects, and how often it has done so. Thread-safe. */
public final class InjectedFault {
    private final Predicate<ApiRequest> which;
    private final int skip;
    private final int times;
    private final Fault fault;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private volatile boolean over;

    InjectedFault(Predicate<ApiRequest> which, int skip, int times, Fault fault) {
        this.which = which;
        this.skip = skip;
        this.times = times;
        this.fault = fault;
    }

    /** Returns how many requests it has met. */
    public int hits() {
        return hits.get();
    }

    /** Ends it. */
    public void end() {
        over = true;
    }

    /** Returns the fault if this request is to meet it, and counts that. */
    Optional<Fault> meets(ApiRequest request) {
        if (over || !which.test(request)) {
            return Optional.empty();
        }
        int number = seen.getAndIncrement();
        if (number < skip || number - skip >= times) {
            return Optional.empty();
        }
        hits.incrementAndGet();
        return Optional.of(fault);
    }
}
