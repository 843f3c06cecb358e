package dev.eso4j.template.format;

/** The flags, width and precision of one directive of a format. */
final class Flags {
    boolean plus;
    boolean minus;
    boolean sharp;
    boolean space;
    boolean zero;

    /** {@code %+v}: names of fields. */
    boolean plusV;

    /** {@code %#v}: Go's syntax. */
    boolean sharpV;

    int width = -1;
    int precision = -1;

    /** Whether padding on the left is done with zeros. */
    boolean zeros() {
        return zero && !minus;
    }

    /** For {@code %v} the plus and sharp flags mean something else than for other verbs. */
    void verbV() {
        sharpV = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
    }
}
