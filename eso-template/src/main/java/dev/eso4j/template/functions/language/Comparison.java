package dev.eso4j.template.functions.language;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.GoComplex;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import org.jspecify.annotations.Nullable;

/** Which values are equal, and which comes first; values of different kinds cannot be compared. */
final class Comparison {
    private enum Basic {
        BOOL,
        INT,
        UINT,
        FLOAT,
        COMPLEX,
        STRING,
        OTHER
    }

    private Comparison() {}

    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Basic kind = basic(a);
        Basic other = basic(b);
        if (kind == Basic.OTHER && other == Basic.OTHER) {
            return sameObject(a, b);
        } else if (a == null || b == null) {
            return false;
        } else if (integers(kind, other)) {
            return number(a) == number(b) && (kind == other || number(a) >= 0);
        } else if (kind != other) {
            throw incompatible(a, b);
        }
        return switch (kind) {
            case FLOAT -> ((Double) a).doubleValue() == (Double) b;
            case COMPLEX ->
                ((GoComplex) a).real() == ((GoComplex) b).real()
                        && ((GoComplex) a).imaginary() == ((GoComplex) b).imaginary();
            default -> a.equals(b);
        };
    }

    private static boolean sameObject(@Nullable Object a, @Nullable Object b) {
        Kind kind = GoType.kindOf(a);
        Kind other = GoType.kindOf(b);
        if (kind != other && kind != Kind.INVALID && other != Kind.INVALID) {
            throw new FunctionException("non-comparable types " + GoType.nameOf(a) + " and " + GoType.nameOf(b));
        } else if (nil(a) || nil(b)) {
            return nil(a) && nil(b);
        } else if (b instanceof GoList || b instanceof GoMap) {
            throw new FunctionException("non-comparable type " + GoType.nameOf(b));
        }
        return b != null && b.equals(a);
    }

    private static boolean nil(@Nullable Object value) {
        return value == null
                || value instanceof GoList list && list.isNil()
                || value instanceof GoMap map && map.isNil();
    }

    static boolean less(@Nullable Object a, @Nullable Object b) {
        Basic kind = basic(a);
        Basic other = basic(b);
        if (a == null || b == null || kind == Basic.OTHER || other == Basic.OTHER) {
            throw new FunctionException("invalid type for comparison: " + GoType.nameOf(kind == Basic.OTHER ? a : b));
        } else if (integers(kind, other)) {
            return lessInteger(a, kind, b, other);
        } else if (kind != other) {
            throw incompatible(a, b);
        }
        return switch (kind) {
            case FLOAT -> (Double) a < (Double) b;
            case STRING -> ((String) a).compareTo((String) b) < 0;
            default -> throw new FunctionException("invalid type for comparison: " + GoType.nameOf(a));
        };
    }

    private static boolean lessInteger(Object a, Basic kind, Object b, Basic other) {
        if (kind == Basic.INT && other == Basic.INT) {
            return number(a) < number(b);
        } else if (kind == Basic.INT && number(a) < 0) {
            return true;
        } else if (other == Basic.INT && number(b) < 0) {
            return false;
        }
        return Long.compareUnsigned(number(a), number(b)) < 0;
    }

    private static FunctionException incompatible(@Nullable Object a, @Nullable Object b) {
        return new FunctionException(
                "incompatible types for comparison: " + GoType.nameOf(a) + " and " + GoType.nameOf(b));
    }

    private static boolean integers(Basic a, Basic b) {
        return (a == Basic.INT || a == Basic.UINT) && (b == Basic.INT || b == Basic.UINT);
    }

    private static long number(Object value) {
        return value instanceof GoInt number ? number.value() : (Long) value;
    }

    private static Basic basic(@Nullable Object value) {
        Kind kind = GoType.kindOf(value);
        if (kind.signed()) {
            return Basic.INT;
        } else if (kind.unsigned()) {
            return Basic.UINT;
        }
        return switch (kind) {
            case BOOL -> Basic.BOOL;
            case FLOAT64 -> Basic.FLOAT;
            case COMPLEX128 -> Basic.COMPLEX;
            case STRING -> Basic.STRING;
            default -> Basic.OTHER;
        };
    }
}
