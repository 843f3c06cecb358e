package dev.eso4j.core.store;

/**
 * What a check of a store came to, in the terms of its Ready condition.
 *
 * @param usable whether secrets may be read through it
 * @param reason the condition's reason
 * @param message the condition's message: the literal text that tools rely on, then cause and fix
 * @param configuration whether only a change of the manifest can help, so that trying again is useless
 */
public record StoreVerdict(boolean usable, String reason, String message, boolean configuration) {
    /** The store works. */
    public static final StoreVerdict VALID = new StoreVerdict(true, "Valid", "store validated", false);

    static StoreVerdict unknown(String cause) {
        return new StoreVerdict(true, "ValidationUnknown", "could not determine validation status: " + cause, false);
    }

    static StoreVerdict failed(String what, String cause) {
        return new StoreVerdict(false, "InvalidProviderConfig", what + ": " + cause, false);
    }

    static StoreVerdict misconfigured(String cause) {
        return new StoreVerdict(false, "InvalidStoreConfiguration", cause, true);
    }
}
