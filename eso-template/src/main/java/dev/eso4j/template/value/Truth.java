package dev.eso4j.template.value;

import org.jspecify.annotations.Nullable;

/** Which values count as true. */
public final class Truth {
    private Truth() {}

    /** False for nil, false, a number that is zero, and what is empty; true for everything else, structs always. */
    public static boolean of(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        } else if (value instanceof String string) {
            return !string.isEmpty();
        } else if (value instanceof Long number) {
            return number != 0;
        } else if (value instanceof Double number) {
            return number != 0;
        } else if (value instanceof GoMap map) {
            return map.size() > 0;
        } else if (value instanceof GoList list) {
            return list.size() > 0;
        } else if (value instanceof GoInt number) {
            return number.value() != 0;
        } else if (value instanceof GoComplex number) {
            return number.real() != 0 || number.imaginary() != 0;
        }
        return value != null;
    }
}
