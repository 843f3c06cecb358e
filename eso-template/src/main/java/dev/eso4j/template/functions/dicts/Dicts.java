package dev.eso4j.template.functions.dicts;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.strings.Texts;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the functions on maps do. */
final class Dicts {
    private Dicts() {}

    static GoMap dict(Call call) {
        Texts texts = new Texts(call);
        call.budget().elements(call.size());
        GoMap map = GoMap.dict();
        for (int i = 0; i < call.size(); i += 2) {
            map.put(texts.of(call.any(i)), i + 1 < call.size() ? call.any(i + 1) : "");
        }
        return map;
    }

    static GoMap set(Call call) {
        GoMap map = call.map(0);
        if (map.isNil()) {
            throw new FunctionException("nothing can be set in a map that is nil");
        }
        call.budget().elements(1);
        return map.put(call.string(1), call.any(2));
    }

    static GoList pluck(Call call) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i < call.size(); i++) {
            if (call.map(i).has(call.string(0))) {
                values.add(call.map(i).get(call.string(0)));
            }
        }
        return GoList.of(values);
    }

    /** Sorted, map by map: upstream's order is another at every rendering, and with it the Secret. */
    static GoList keys(Call call) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < call.size(); i++) {
            call.budget().elements(call.map(i).size());
            Collections.addAll(keys, call.map(i).keys(call.budget()));
        }
        return GoList.of(GoType.STRINGS, keys);
    }

    /** In the order of their keys. */
    static GoList values(Call call) {
        GoMap map = call.map(0);
        call.budget().elements(map.size());
        List<@Nullable Object> values = new ArrayList<>(map.size());
        for (String key : map.keys(call.budget())) {
            values.add(map.get(key));
        }
        return GoList.of(values);
    }

    static GoMap pick(Call call) {
        GoMap picked = GoMap.dict();
        for (int i = 1; i < call.size(); i++) {
            String key = call.string(i);
            if (call.map(0).has(key)) {
                picked.put(key, call.map(0).get(key));
            }
        }
        return picked;
    }

    static GoMap omit(Call call) {
        Set<String> omitted = new HashSet<>();
        for (int i = 1; i < call.size(); i++) {
            omitted.add(call.string(i));
        }
        GoMap map = call.map(0);
        call.budget().elements(map.size());
        GoMap left = GoMap.dict();
        for (String key : map.keys(call.budget())) {
            if (!omitted.contains(key)) {
                left.put(key, map.get(key));
            }
        }
        return left;
    }

    static @Nullable Object dig(Call call) {
        int keys = call.size() - 2;
        if (keys < 1) {
            throw new FunctionException("dig needs at least three arguments");
        }
        String[] path = new String[keys];
        Object value = dict(call.any(call.size() - 1), "the last argument");
        for (int i = 0; i < keys; i++) {
            if (!(call.any(i) instanceof String key)) {
                throw new FunctionException(
                        "key " + (i + 1) + " must be a string and is " + GoType.nameOf(call.any(i)));
            }
            path[i] = key;
        }
        for (int i = 0; i < keys; i++) {
            GoMap map = dict(value, "the value of key " + i);
            if (!map.has(path[i])) {
                return call.any(keys);
            }
            value = map.get(path[i]);
        }
        return value;
    }

    private static GoMap dict(@Nullable Object value, String what) {
        if (value instanceof GoMap map && map.type() == GoType.DICT) {
            return map;
        }
        throw new FunctionException(what + " must be " + GoType.DICT.name() + " and is " + GoType.nameOf(value));
    }
}
