package dev.eso4j.core.runtime;

/** A clock that only runs forward, for delays and ages. */
@FunctionalInterface
public interface Ticker {
    /** Returns nanoseconds since an arbitrary origin. */
    long nanos();

    /** Returns the ticker of the machine. */
    static Ticker system() {
        return System::nanoTime;
    }
}
