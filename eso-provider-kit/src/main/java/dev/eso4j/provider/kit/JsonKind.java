package dev.eso4j.provider.kit;

/** The kinds of JSON values. */
enum JsonKind {
    STRING,
    OBJECT,
    ARRAY,
    NUMBER,
    TRUE,
    FALSE,
    NULL;

    boolean container() {
        return this == OBJECT || this == ARRAY;
    }
}
