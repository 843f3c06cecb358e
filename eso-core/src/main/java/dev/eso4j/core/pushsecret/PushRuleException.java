package dev.eso4j.core.pushsecret;

/** A rule of a PushSecret that its source or its own stores break; the message names field, cause and fix, and no value. */
public final class PushRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PushRuleException(String message) {
        super(message);
    }
}
