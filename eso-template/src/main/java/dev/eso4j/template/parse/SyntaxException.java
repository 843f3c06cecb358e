package dev.eso4j.template.parse;

/** The text of a template is not in the language. */
public class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int at;

    public SyntaxException(int at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    /** The offset of the byte in the template where it was noticed. */
    public int at() {
        return at;
    }
}
