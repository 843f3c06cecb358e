package dev.eso4j.template.value;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The static type of a value or of a parameter; two types are the same only if they are the same object.
 *
 * <p>The types of the language are constants here; a function group that brings values of its own (times, versions) makes one
 * {@code GoType} for each and keeps it as a constant. Immutable and thread-safe.
 */
public final class GoType {
    /** The untyped interface: as a parameter it takes every value, nil included. */
    public static final GoType ANY = new GoType("interface {}", Kind.INTERFACE, null);

    public static final GoType BOOL = new GoType("bool", Kind.BOOL, null);
    public static final GoType INT = new GoType("int", Kind.INT, null);
    public static final GoType INT64 = new GoType("int64", Kind.INT64, null);
    public static final GoType UINT8 = new GoType("uint8", Kind.UINT8, null);
    public static final GoType UINT32 = new GoType("uint32", Kind.UINT32, null);
    public static final GoType UINT64 = new GoType("uint64", Kind.UINT64, null);
    public static final GoType FLOAT64 = new GoType("float64", Kind.FLOAT64, null);
    public static final GoType COMPLEX128 = new GoType("complex128", Kind.COMPLEX128, null);
    public static final GoType STRING = new GoType("string", Kind.STRING, null);

    /** {@code []interface {}}: a list of anything. */
    public static final GoType LIST = list(ANY);

    public static final GoType STRINGS = list(STRING);
    public static final GoType INTS = list(INT);

    /** {@code []uint8}: what the methods of times that marshal them give. */
    public static final GoType BYTES = list(UINT8);

    /** {@code [][]interface {}}: what {@code chunk} gives. */
    public static final GoType LISTS = list(LIST);

    /** {@code map[string]interface {}}: the only map that the dict functions take. */
    public static final GoType DICT = map(ANY);

    /** {@code map[string]string}: the root value, and what {@code split} gives. */
    public static final GoType STRING_MAP = map(STRING);

    /** {@code map[string]map[string]string}: the root value of a webhook's templates. */
    public static final GoType STRING_MAPS = map(STRING_MAP);

    private final String name;
    private final Kind kind;
    private final @Nullable GoType element;
    private final @Nullable Function<Object, String> text;
    private final @Nullable Function<Object, String> goText;
    private final List<String> fields;

    private GoType(String name, Kind kind, @Nullable GoType element) {
        this(name, kind, element, null, null, List.of());
    }

    private GoType(
            String name,
            Kind kind,
            @Nullable GoType element,
            @Nullable Function<Object, String> text,
            @Nullable Function<Object, String> goText,
            List<String> fields) {
        this.name = name;
        this.kind = kind;
        this.element = element;
        this.text = text;
        this.goText = goText;
        this.fields = fields;
    }

    private static GoType list(GoType element) {
        return new GoType("[]" + element.name, Kind.SLICE, element);
    }

    private static GoType map(GoType element) {
        return new GoType("map[string]" + element.name, Kind.MAP, element);
    }

    /** A named type without a text form of its own, such as a string type that only a literal can be assigned to. */
    public static GoType named(String name, Kind kind) {
        return new GoType(name, kind, null);
    }

    /** A named type whose values print as {@code text} says: a {@link GoInt} for number kinds, else a {@link GoObject}. */
    public static GoType printing(String name, Kind kind, Function<Object, String> text) {
        return new GoType(name, kind, null, text, null, List.of());
    }

    /** This type, made to print as {@code written} says where Go's syntax is asked for ({@code %#v}). */
    public GoType inGo(Function<Object, String> written) {
        return new GoType(name, kind, element, text, written, fields);
    }

    /** A struct with the given exported fields, printed field by field. */
    public static GoType struct(String name, String... fields) {
        return new GoType(name, Kind.STRUCT, null, null, null, List.of(fields));
    }

    /** The type's name as {@code typeOf} and {@code %T} print it. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The type of the elements of a list or of the values of a map, null for any other type. */
    public @Nullable GoType element() {
        return element;
    }

    /** How a value of this type says itself ({@code String()} in Go), null if it has no such form. */
    public @Nullable Function<Object, String> text() {
        return text;
    }

    /** How a value of this type is written in Go's syntax ({@code GoString()} in Go), null if it has no such form. */
    public @Nullable Function<Object, String> goText() {
        return goText;
    }

    /** The names of a struct's exported fields, in order. */
    public List<String> fields() {
        return fields;
    }

    /** The type of a value; null for nil, which has none. */
    public static @Nullable GoType of(@Nullable Object value) {
        if (value instanceof String) {
            return STRING;
        } else if (value instanceof Long) {
            return INT;
        } else if (value instanceof Boolean) {
            return BOOL;
        } else if (value instanceof Double) {
            return FLOAT64;
        } else if (value instanceof GoMap map) {
            return map.type();
        } else if (value instanceof GoList list) {
            return list.type();
        } else if (value instanceof GoInt number) {
            return number.type();
        } else if (value instanceof GoObject object) {
            return object.type();
        } else if (value instanceof GoComplex) {
            return COMPLEX128;
        } else if (value == null) {
            return null;
        }
        throw new IllegalArgumentException(value.getClass().getName() + " is not a type of template values");
    }

    /** The kind of a value's type, {@link Kind#INVALID} for nil. */
    public static Kind kindOf(@Nullable Object value) {
        GoType type = of(value);
        return type == null ? Kind.INVALID : type.kind;
    }

    /** The name of a value's type, {@code <nil>} for nil. */
    public static String nameOf(@Nullable Object value) {
        GoType type = of(value);
        return type == null ? "<nil>" : type.name;
    }

    @Override
    public String toString() {
        return name;
    }
}
