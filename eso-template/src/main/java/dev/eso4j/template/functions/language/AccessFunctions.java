package dev.eso4j.template.functions.language;

import static dev.eso4j.template.value.GoType.ANY;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoType;
import java.util.List;

/** The functions of Go's templates that look into a value. */
public final class AccessFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("len", "index", "slice", "call");
    }

    @Override
    public void define(Definitions into) {
        into.function("len", ANY).as(call -> Indexing.length(call.any(0)));
        into.function("index", ANY).rest(ANY).as(Indexing::index);
        into.function("slice", ANY).rest(ANY).as(Indexing::slice);
        into.function("call", ANY).rest(ANY).as(AccessFunctions::call);
    }

    private static Object call(Call call) {
        throw new FunctionException("non-function of type " + GoType.nameOf(call.any(0)));
    }
}
