package dev.eso4j.template.functions.language;

import static dev.eso4j.template.value.GoType.ANY;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of Go's templates that compare and decide. */
public final class LogicFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge");
    }

    @Override
    public void define(Definitions into) {
        // These two are evaluated by the engine, argument by argument; what is declared here is how many they take.
        into.function("and", ANY).rest(ANY).as(LogicFunctions::last);
        into.function("or", ANY).rest(ANY).as(LogicFunctions::last);
        into.function("not", ANY).as(call -> !Truth.of(call.any(0)));
        into.function("eq", ANY).rest(ANY).as(LogicFunctions::equalToAny);
        into.function("ne", ANY, ANY).as(call -> !Comparison.equal(call.any(0), call.any(1)));
        into.function("lt", ANY, ANY).as(call -> Comparison.less(call.any(0), call.any(1)));
        into.function("le", ANY, ANY).as(LogicFunctions::lessOrEqual);
        into.function("gt", ANY, ANY).as(call -> !lessOrEqual(call));
        into.function("ge", ANY, ANY).as(call -> !Comparison.less(call.any(0), call.any(1)));
    }

    private static @Nullable Object last(Call call) {
        return call.any(call.size() - 1);
    }

    private static boolean equalToAny(Call call) {
        if (call.size() < 2) {
            throw new FunctionException("missing argument for comparison");
        }
        for (int i = 1; i < call.size(); i++) {
            if (Comparison.equal(call.any(0), call.any(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lessOrEqual(Call call) {
        return Comparison.less(call.any(0), call.any(1)) || Comparison.equal(call.any(0), call.any(1));
    }
}
