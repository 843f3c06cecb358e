package dev.eso4j.api.spi;

/**
 * What an online check of a store found out.
 *
 * @param state whether the store is usable
 * @param message the cause and what to do, without secret values; empty when ready
 */
public record ValidationResult(State state, String message) {
    /** The outcomes of a check. */
    public enum State {
        /** The backend answered and accepts the credentials. */
        READY,
        /** Nothing could be found out; the store may be used. */
        UNKNOWN,
        /** The store cannot be used. */
        FAILED
    }

    /** Returns the result of a check that went well. */
    public static ValidationResult ready() {
        return new ValidationResult(State.READY, "");
    }

    /** Returns the result of a check that could not be made, with the reason. */
    public static ValidationResult unknown(String message) {
        return new ValidationResult(State.UNKNOWN, message);
    }

    /** Returns the result of a check that failed, with cause and fix. */
    public static ValidationResult failed(String message) {
        return new ValidationResult(State.FAILED, message);
    }
}
