package dev.eso4j.template.functions.encoding;

/** A text is not in the encoding that it should be in. */
public final class CorruptTextException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;

    CorruptTextException(String message, String text) {
        super(message, null, false, false);
        this.text = text;
    }

    static CorruptTextException at(String encoding, int position) {
        String text = "illegal " + encoding + " data at input byte " + position;
        return new CorruptTextException(text, text);
    }

    /** Go's error text, as bytes; unlike the message it may name a byte of the input. */
    public String text() {
        return text;
    }
}
