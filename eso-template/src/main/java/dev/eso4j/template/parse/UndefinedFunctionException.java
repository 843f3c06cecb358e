package dev.eso4j.template.parse;

/** A template names a function that there is not. */
public final class UndefinedFunctionException extends SyntaxException {
    private static final long serialVersionUID = 1;

    private final String function;

    UndefinedFunctionException(int at, String function) {
        super(at, "function \"" + function + "\" not defined");
        this.function = function;
    }

    public String function() {
        return function;
    }
}
