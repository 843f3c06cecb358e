package dev.eso4j.template.functions;

/**
 * A function could not do what it was asked; rendering stops with {@code error calling NAME: MESSAGE}.
 *
 * <p>The message reaches conditions, events and logs: it names types, positions and what was expected, and never contains an argument
 * or a part of one. The name of the function and the position in the template are added by the engine.
 */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FunctionException(String message) {
        super(message, null, false, false);
    }
}
