package dev.eso4j.template;

import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoComplex;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java objects as values of a template. */
final class Data {
    private Data() {}

    static @Nullable Object value(@Nullable Object object) {
        if (object instanceof Map<?, ?> map) {
            return map(map);
        } else if (object instanceof byte[] bytes) {
            return Bytes.of(bytes);
        } else if (object instanceof String text) {
            return Bytes.encode(text);
        } else if (object instanceof List<?> list) {
            return GoList.of(GoType.LIST, list.stream().map(Data::value).toArray());
        } else if (object instanceof Integer || object instanceof Short || object instanceof Byte) {
            return ((Number) object).longValue();
        } else if (object instanceof Float number) {
            return number.doubleValue();
        } else if (object == null
                || object instanceof Long
                || object instanceof Double
                || object instanceof Boolean
                || object instanceof GoMap
                || object instanceof GoList
                || object instanceof GoInt
                || object instanceof GoComplex
                || object instanceof GoObject) {
            return object;
        }
        throw new IllegalArgumentException(
                "templates cannot take a " + object.getClass().getName());
    }

    private static GoMap map(Map<?, ?> map) {
        GoMap values = GoMap.of(type(map));
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("the keys of a template's data must be texts");
            }
            values.put(Bytes.encode(name), value(value));
        });
        return values;
    }

    private static GoType type(Map<?, ?> map) {
        boolean texts = true;
        boolean maps = !map.isEmpty();
        for (Object value : map.values()) {
            texts &= value instanceof String || value instanceof byte[];
            maps &= value instanceof Map<?, ?> inner && type(inner) == GoType.STRING_MAP;
        }
        return texts ? GoType.STRING_MAP : maps ? GoType.STRING_MAPS : GoType.DICT;
    }
}
