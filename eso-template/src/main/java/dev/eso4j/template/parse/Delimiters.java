package dev.eso4j.template.parse;

import dev.eso4j.template.value.Bytes;

/**
 * What encloses an action.
 *
 * @param left before it, as bytes
 * @param right after it, as bytes
 */
public record Delimiters(String left, String right) {
    public static final Delimiters STANDARD = new Delimiters("{{", "}}");

    /** The given texts; an empty one means the standard one. */
    public static Delimiters of(String left, String right) {
        return new Delimiters(
                left.isEmpty() ? STANDARD.left : Bytes.encode(left),
                right.isEmpty() ? STANDARD.right : Bytes.encode(right));
    }
}
