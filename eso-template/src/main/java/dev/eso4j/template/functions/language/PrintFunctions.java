package dev.eso4j.template.functions.language;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.format.Printer;
import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of Go's templates that make a text of values. */
public final class PrintFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("print", "printf", "println", "html", "js", "urlquery");
    }

    @Override
    public void define(Definitions into) {
        into.function("print").rest(ANY).as(call -> printer(call).print(call.from(0)));
        into.function("printf", STRING).rest(ANY).as(call -> printer(call).printf(call.string(0), call.from(1)));
        into.function("println").rest(ANY).as(call -> printer(call).println(call.from(0)));
        into.function("html").rest(ANY).slow().as(call -> Escaping.html(shown(call), call.budget()));
        into.function("js").rest(ANY).slow().as(call -> Escaping.js(shown(call), call.budget()));
        into.function("urlquery").rest(ANY).slow().as(call -> Escaping.query(shown(call), call.budget()));
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
