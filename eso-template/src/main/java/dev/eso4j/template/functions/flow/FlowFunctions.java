package dev.eso4j.template.functions.flow;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.BOOL;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults, choices, copies, and failing on purpose. */
public final class FlowFunctions implements FunctionGroup {
    /** What a list or map takes beside its elements. */
    private static final int CONTAINER = 64;

    @Override
    public List<String> names() {
        return List.of("default", "empty", "coalesce", "all", "any", "ternary", "fail", "deepCopy", "mustDeepCopy");
    }

    @Override
    public void define(Definitions into) {
        into.function("default", ANY)
                .rest(ANY)
                .as(call -> call.size() > 1 && Truth.of(call.any(1)) ? call.any(1) : call.any(0));
        into.function("empty", ANY).as(call -> !Truth.of(call.any(0)));
        into.function("coalesce").rest(ANY).as(FlowFunctions::firstNotEmpty);
        into.function("all").rest(ANY).as(call -> count(call) == call.size());
        into.function("any").rest(ANY).as(call -> count(call) > 0);
        into.function("ternary", ANY, ANY, BOOL).as(call -> call.bool(2) ? call.any(0) : call.any(1));
        into.function("fail", STRING).as(call -> {
            // A message that is put together may hold values, and what is thrown here ends in events and logs.
            throw new FunctionException(
                    call.literal(0)
                            ? call.string(0)
                            : "the template fails here with a message that is not shown, because it is not a literal");
        });
        into.function("deepCopy", ANY).alias("mustDeepCopy").as(call -> {
            if (call.any(0) == null) {
                throw new FunctionException("there is nothing to copy: the value is nil");
            }
            return copy(call.any(0), call.budget());
        });
    }

    private static @Nullable Object firstNotEmpty(Call call) {
        for (Object value : call.from(0)) {
            if (Truth.of(value)) {
                return value;
            }
        }
        return null;
    }

    private static int count(Call call) {
        int count = 0;
        for (Object value : call.from(0)) {
            count += Truth.of(value) ? 1 : 0;
        }
        return count;
    }

    /** Texts, numbers and objects do not change and are shared; upstream makes 0.0.0 of a version, which nobody can want. */
    private static @Nullable Object copy(@Nullable Object value, Budget budget) {
        if (value instanceof GoList list && !list.isNil()) {
            charge(list.size(), budget);
            Object[] elements = list.toArray();
            for (int i = 0; i < elements.length; i++) {
                elements[i] = copy(elements[i], budget);
            }
            budget.leave();
            return GoList.of(list.type(), elements);
        } else if (value instanceof GoMap map && !map.isNil()) {
            charge(3L * map.size(), budget);
            GoMap copied = GoMap.of(map.type());
            for (String key : map.keys(budget)) {
                copied.put(key, copy(map.get(key), budget));
            }
            budget.leave();
            return copied;
        }
        return value;
    }

    private static void charge(long elements, Budget budget) {
        budget.enter();
        budget.step();
        budget.allocate(CONTAINER);
        budget.elements(elements);
    }
}
