package dev.eso4j.template.exec;

/** What a field that a map does not have gives. */
public enum MissingKey {
    /** An error. */
    ERROR,
    /** No value, which prints as {@code <no value>}. */
    NO_VALUE,
    /** The zero value of the map's elements: the empty string for strings. */
    ZERO
}
