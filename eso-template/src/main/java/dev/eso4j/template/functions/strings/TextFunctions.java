package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;
import static dev.eso4j.template.value.GoType.STRINGS;
import static dev.eso4j.template.value.GoType.STRING_MAP;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.util.List;

/** Texts from values, texts from lists, and lists from texts. */
public final class TextFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "toString", "toStrings", "quote", "squote", "cat", "join", "split", "splitn", "splitList", "sortAlpha");
    }

    @Override
    public void define(Definitions into) {
        into.function("toString", ANY).as(call -> new Texts(call).of(call.any(0)));
        into.function("toStrings", ANY).as(call -> new Texts(call).list(call.any(0)));
        into.function("quote").rest(ANY).as(call -> new Texts(call).quoted(call.from(0)));
        into.function("squote").rest(ANY).as(call -> new Texts(call).joined(call.from(0), "'", "' '", "'"));
        into.function("cat").rest(ANY).as(call -> new Texts(call).joined(call.from(0), "", " ", ""));
        into.function("join", STRING, ANY)
                .as(call ->
                        new Texts(call).joined(new Texts(call).list(call.any(1)).toArray(), "", call.string(0), ""));
        into.function("split", STRING, STRING).as(call -> numbered(parts(call, call.string(1), -1), call.budget()));
        into.function("splitn", STRING, INT, STRING)
                .as(call -> numbered(parts(call, call.string(2), call.integer(1)), call.budget()));
        into.function("splitList", STRING, STRING).as(call -> GoList.of(STRINGS, parts(call, call.string(1), -1)));
        into.function("sortAlpha", ANY).as(TextFunctions::sorted);
    }

    private static List<String> parts(Call call, String text, long most) {
        return Splitting.split(text, call.string(0), most, call.budget());
    }

    private static GoMap numbered(List<String> parts, Budget budget) {
        budget.allocate((long) Splitting.PART * parts.size());
        GoMap map = GoMap.of(STRING_MAP);
        for (int i = 0; i < parts.size(); i++) {
            map.put("_" + i, parts.get(i));
        }
        return map;
    }

    /** A list of strings is sorted in place, as sprig does; every other list is copied before. */
    private static GoList sorted(Call call) {
        Texts texts = new Texts(call);
        if (!(call.any(0) instanceof GoList)) {
            return GoList.of(STRINGS, texts.of(call.any(0)));
        }
        GoList list = texts.list(call.any(0));
        call.budget().steps(list.size());
        list.<String>sort((a, b) -> {
            call.budget().reading(Math.min(a.length(), b.length()));
            return a.compareTo(b);
        });
        return list;
    }
}
