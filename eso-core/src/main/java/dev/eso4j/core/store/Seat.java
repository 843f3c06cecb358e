package dev.eso4j.core.store;

/** The right to ask a store, held by one fetch; closing it calls the next in the line. Used by one thread. */
public final class Seat implements AutoCloseable {
    final StoreGate gate;
    final boolean probe;
    private final long givenUpBefore;
    private boolean closed;

    Seat(StoreGate gate, boolean probe) {
        this.gate = gate;
        this.probe = probe;
        this.givenUpBefore = gate.givenUp();
    }

    /** Returns whether another call makes sense: the store has neither stopped answering nor failed constantly. */
    public boolean worthAsking() {
        return gate.givenUp() == givenUpBefore && gate.worthAsking();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            gate.leave(this);
        }
    }
}
