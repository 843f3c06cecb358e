package dev.eso4j.core.store;

/**
 * How many retries a store may get: ten to begin with, and one more for every five calls, so that retries never become more
 * than a fifth of the load of a backend that has enough to do without them. Not thread-safe; {@link StoreGates} guards it.
 */
final class RetryBudget {
    static final int MOST = 10;
    private static final double PER_CALL = 0.2;

    private double left = MOST;
    private long refused;

    void called() {
        left = Math.min(MOST, left + PER_CALL);
    }

    boolean take() {
        if (left < 1) {
            refused++;
            return false;
        }
        left--;
        return true;
    }

    double left() {
        return left;
    }

    long refused() {
        return refused;
    }
}
