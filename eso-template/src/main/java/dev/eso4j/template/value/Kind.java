package dev.eso4j.template.value;

/** The kind of a value's type, as Go's reflection names it. */
public enum Kind {
    INVALID("invalid"),
    BOOL("bool"),
    INT("int"),
    INT64("int64"),
    UINT8("uint8"),
    UINT32("uint32"),
    UINT64("uint64"),
    FLOAT64("float64"),
    COMPLEX128("complex128"),
    STRING("string"),
    SLICE("slice"),
    MAP("map"),
    STRUCT("struct"),
    POINTER("ptr"),
    INTERFACE("interface");

    private final String goName;

    Kind(String goName) {
        this.goName = goName;
    }

    /** Go's name of this kind, what {@code kindOf} prints. */
    public String goName() {
        return goName;
    }

    /** Whether values of this kind are signed integers. */
    public boolean signed() {
        return this == INT || this == INT64;
    }

    /** Whether values of this kind are unsigned integers. */
    public boolean unsigned() {
        return this == UINT8 || this == UINT32 || this == UINT64;
    }

    /** Whether nil is a value of this kind. */
    public boolean nillable() {
        return this == SLICE || this == MAP || this == POINTER || this == INTERFACE;
    }
}
