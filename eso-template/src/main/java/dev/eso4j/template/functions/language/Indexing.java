package dev.eso4j.template.functions.language;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import org.jspecify.annotations.Nullable;

/** Elements, parts and lengths of values. */
final class Indexing {
    private Indexing() {}

    static @Nullable Object index(Call call) {
        Object item = call.any(0);
        if (item == null) {
            throw new FunctionException("index of untyped nil");
        }
        for (int i = 1; i < call.size(); i++) {
            item = element(item, call.any(i));
        }
        return item;
    }

    private static @Nullable Object element(@Nullable Object item, @Nullable Object index) {
        if (item instanceof GoMap map) {
            if (!(index instanceof String key)) {
                throw new FunctionException("value has type " + GoType.nameOf(index) + "; should be string");
            }
            Object value = map.get(key);
            return value != null || map.has(key) ? value : absent(map.type().element());
        } else if (item instanceof GoList list) {
            return list.get(position(index, list.size() - 1));
        } else if (item instanceof String text) {
            return GoInt.uint8(text.charAt(position(index, text.length() - 1)));
        } else if (item == null) {
            throw new FunctionException("index of nil pointer");
        }
        throw new FunctionException("can't index item of type " + GoType.nameOf(item));
    }

    private static @Nullable Object absent(@Nullable GoType element) {
        if (element == GoType.STRING) {
            return "";
        }
        return element == null || element == GoType.ANY ? null : GoMap.nil(element);
    }

    private static int position(@Nullable Object index, int last) {
        long position;
        if (index instanceof Long number) {
            position = number;
        } else if (index instanceof GoInt number) {
            position = number.value();
        } else if (index == null) {
            throw new FunctionException("cannot index slice/array with nil");
        } else {
            throw new FunctionException("cannot index slice/array with type " + GoType.nameOf(index));
        }
        if (position < 0 || position > last) {
            throw new FunctionException("index out of range");
        }
        return (int) position;
    }

    static Object slice(Call call) {
        Object item = call.any(0);
        if (call.size() > (item instanceof String ? 3 : 4)) {
            throw new FunctionException("too many slice indexes: " + (call.size() - 1));
        }
        int size;
        if (item instanceof String text) {
            size = text.length();
        } else if (item instanceof GoList list) {
            size = list.size();
        } else {
            throw new FunctionException(
                    item == null ? "slice of untyped nil" : "can't slice item of type " + GoType.nameOf(item));
        }
        int low = call.size() > 1 ? position(call.any(1), size) : 0;
        int high = call.size() > 2 ? position(call.any(2), size) : size;
        int most = call.size() > 3 ? position(call.any(3), size) : size;
        if (low > high || high > most) {
            throw new FunctionException("invalid slice index");
        }
        return item instanceof GoList list ? list.slice(low, high) : ((String) item).substring(low, high);
    }

    static Object length(@Nullable Object item) {
        if (item instanceof String text) {
            return (long) text.length();
        } else if (item instanceof GoList list) {
            return (long) list.size();
        } else if (item instanceof GoMap map) {
            return (long) map.size();
        } else if (item == null) {
            throw new FunctionException("len of nil pointer");
        }
        throw new FunctionException("len of type " + GoType.nameOf(item));
    }
}
