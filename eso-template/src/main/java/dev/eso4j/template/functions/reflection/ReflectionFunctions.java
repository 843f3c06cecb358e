package dev.eso4j.template.functions.reflection;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoType;
import java.util.List;

/** What kind of value there is. */
public final class ReflectionFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("typeOf", "kindOf", "typeIs", "kindIs", "typeIsLike", "deepEqual");
    }

    @Override
    public void define(Definitions into) {
        into.function("typeOf", ANY).as(call -> GoType.nameOf(call.any(0)));
        into.function("kindOf", ANY).as(call -> GoType.kindOf(call.any(0)).goName());
        into.function("typeIs", STRING, ANY).as(call -> call.string(0).equals(GoType.nameOf(call.any(1))));
        into.function("kindIs", STRING, ANY)
                .as(call -> call.string(0).equals(GoType.kindOf(call.any(1)).goName()));
        into.function("typeIsLike", STRING, ANY).as(call -> {
            String name = GoType.nameOf(call.any(1));
            return call.string(0).equals(name) || ("*" + call.string(0)).equals(name);
        });
        into.function("deepEqual", ANY, ANY)
                .as(call -> new DeepEquality(call.budget()).equal(call.any(0), call.any(1)));
    }
}
