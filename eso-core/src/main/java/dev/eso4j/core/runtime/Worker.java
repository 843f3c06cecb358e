package dev.eso4j.core.runtime;

import java.util.function.Consumer;

/** A thread of a controller. It works only while it has one of the controller's places. */
final class Worker extends Thread {
    private final Consumer<Worker> body;
    private final Consumer<Worker> lender;
    /** Guarded by the lock of its {@link Workers}. */
    boolean hasPlace;

    Worker(Consumer<Worker> body, Consumer<Worker> lender, String name) {
        super(null, null, name);
        this.body = body;
        this.lender = lender;
        setDaemon(true);
    }

    @Override
    public void run() {
        body.accept(this);
    }

    /** Gives the place to another worker while this one waits for somebody; it gets one anew before its next work. */
    void lendPlace() {
        lender.accept(this);
    }
}
