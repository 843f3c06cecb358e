package dev.eso4j.template.functions.language;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.format.Printer;
import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that every template of Go has. */
public final class LanguageFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "and",
                "or",
                "not",
                "eq",
                "ne",
                "lt",
                "le",
                "gt",
                "ge",
                "len",
                "index",
                "slice",
                "call",
                "print",
                "printf",
                "println",
                "html",
                "js",
                "urlquery");
    }

    @Override
    public void define(Definitions into) {
        // These two are evaluated by the engine, argument by argument; what is declared here is how many they take.
        into.function("and", ANY).rest(ANY).as(LanguageFunctions::last);
        into.function("or", ANY).rest(ANY).as(LanguageFunctions::last);
        into.function("not", ANY).as(call -> !Truth.of(call.any(0)));
        into.function("eq", ANY).rest(ANY).as(LanguageFunctions::equalToAny);
        into.function("ne", ANY, ANY).as(call -> !Comparison.equal(call.any(0), call.any(1)));
        into.function("lt", ANY, ANY).as(call -> Comparison.less(call.any(0), call.any(1)));
        into.function("le", ANY, ANY).as(LanguageFunctions::lessOrEqual);
        into.function("gt", ANY, ANY).as(call -> !lessOrEqual(call));
        into.function("ge", ANY, ANY).as(call -> !Comparison.less(call.any(0), call.any(1)));
        into.function("len", ANY).as(call -> Indexing.length(call.any(0)));
        into.function("index", ANY).rest(ANY).as(Indexing::index);
        into.function("slice", ANY).rest(ANY).as(Indexing::slice);
        into.function("call", ANY).rest(ANY).as(LanguageFunctions::call);
        into.function("print").rest(ANY).as(call -> printer(call).print(call.from(0)));
        into.function("printf", STRING).rest(ANY).as(call -> printer(call).printf(call.string(0), call.from(1)));
        into.function("println").rest(ANY).as(call -> printer(call).println(call.from(0)));
        into.function("html").rest(ANY).slow().as(call -> Escaping.html(shown(call), call.budget()));
        into.function("js").rest(ANY).slow().as(call -> Escaping.js(shown(call), call.budget()));
        into.function("urlquery").rest(ANY).slow().as(call -> Escaping.query(shown(call), call.budget()));
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

    private static Object call(Call call) {
        throw new FunctionException("non-function of type " + GoType.nameOf(call.any(0)));
    }

    private static Printer printer(Call call) {
        return new Printer(call.budget());
    }

    /** The arguments as {@code print} would have them, but for nil, which counts as a text. */
    private static String shown(Call call) {
        @Nullable Object[] values = call.from(0);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = "<no value>";
            }
        }
        return printer(call).print(values);
    }
}
