package dev.eso4j.template.functions.dicts;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Truth;
import org.jspecify.annotations.Nullable;

/** Puts maps together, maps within them too; lists are values as a whole. What is taken over is shared, not copied. */
final class Merge {
    private final boolean overwrite;

    /** Whether later values win, empty ones and nil included, or earlier ones that are not empty. */
    Merge(boolean overwrite) {
        this.overwrite = overwrite;
    }

    GoMap all(Call call) {
        GoMap result = call.map(0);
        for (int i = 1; i < call.size(); i++) {
            if (result.isNil() && !call.map(i).isNil()) {
                result = GoMap.dict();
            }
            merge(result, call.map(i), call);
        }
        return result;
    }

    private void merge(GoMap into, GoMap from, Call call) {
        call.budget().enter();
        call.budget().elements(from.size());
        for (String key : from.keys(call.budget())) {
            Object value = from.get(key);
            Object existing = into.get(key);
            if (value instanceof GoMap inner && existing instanceof GoMap target && !target.isNil()) {
                merge(target, inner, call);
            } else if (overwrite || value != null && !Truth.of(existing)) {
                put(into, key, value);
            }
        }
        call.budget().leave();
    }

    private static void put(GoMap into, String key, @Nullable Object value) {
        if (into.isNil()) {
            throw new FunctionException("nothing can be merged into a map that is nil");
        }
        GoType element = into.type().element();
        if (element != GoType.ANY && GoType.of(value) != element) {
            throw new FunctionException("a map of " + element + " cannot take a value of type " + GoType.nameOf(value));
        }
        into.put(key, value);
    }
}
