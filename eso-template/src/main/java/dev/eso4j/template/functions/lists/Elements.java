package dev.eso4j.template.functions.lists;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.reflection.DeepEquality;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Elements that are looked for or left out; equal ones have the same type. */
final class Elements {
    private Elements() {}

    static GoList distinct(Call call) {
        DeepEquality equality = new DeepEquality(call.budget());
        List<@Nullable Object> kept = new ArrayList<>();
        return kept(call, "find uniq on", kept, element -> !contains(kept, element, equality));
    }

    static GoList without(Call call) {
        DeepEquality equality = new DeepEquality(call.budget());
        List<@Nullable Object> unwanted = new ArrayList<>();
        for (int i = 1; i < call.size(); i++) {
            unwanted.add(call.any(i));
        }
        return kept(call, "find without on", new ArrayList<>(), element -> !contains(unwanted, element, equality));
    }

    static GoList notEmpty(Call call) {
        return kept(call, "compact on", new ArrayList<>(), Truth::of);
    }

    static boolean has(Call call) {
        if (call.any(1) == null) {
            return false;
        }
        GoList list = Lists.argument(call, 1, "find has on");
        DeepEquality equality = new DeepEquality(call.budget());
        for (int i = 0; i < list.size(); i++) {
            if (equality.equal(call.any(0), list.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static GoList kept(
            Call call, String task, List<@Nullable Object> kept, Predicate<@Nullable Object> condition) {
        GoList list = Lists.argument(call, 0, task);
        call.budget().elements(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (condition.test(list.get(i))) {
                kept.add(list.get(i));
            }
        }
        return GoList.of(kept);
    }

    private static boolean contains(List<@Nullable Object> elements, @Nullable Object wanted, DeepEquality equality) {
        for (Object element : elements) {
            if (equality.equal(element, wanted)) {
                return true;
            }
        }
        return false;
    }
}
