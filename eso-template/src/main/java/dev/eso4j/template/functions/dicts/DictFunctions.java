package dev.eso4j.template.functions.dicts;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.DICT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;

/** Making, reading and changing maps. Only {@code set}, {@code unset} and the merges change their argument. */
public final class DictFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "dict",
                "get",
                "set",
                "unset",
                "hasKey",
                "pluck",
                "keys",
                "values",
                "pick",
                "omit",
                "dig",
                "merge",
                "mustMerge",
                "mergeOverwrite",
                "mustMergeOverwrite");
    }

    @Override
    public void define(Definitions into) {
        into.function("dict").rest(ANY).as(Dicts::dict);
        into.function("get", DICT, STRING)
                .as(call -> call.map(0).has(call.string(1)) ? call.map(0).get(call.string(1)) : "");
        into.function("set", DICT, STRING, ANY).as(Dicts::set);
        into.function("unset", DICT, STRING).as(call -> {
            call.map(0).remove(call.string(1));
            return call.map(0);
        });
        into.function("hasKey", DICT, STRING).as(call -> call.map(0).has(call.string(1)));
        into.function("pluck", STRING).rest(DICT).as(Dicts::pluck);
        into.function("keys").rest(DICT).as(Dicts::keys);
        into.function("values", DICT).as(Dicts::values);
        into.function("pick", DICT).rest(STRING).as(Dicts::pick);
        into.function("omit", DICT).rest(STRING).as(Dicts::omit);
        into.function("dig").rest(ANY).as(Dicts::dig);
        into.function("merge", DICT).rest(DICT).alias("mustMerge").as(call -> new Merge(false).all(call));
        into.function("mergeOverwrite", DICT)
                .rest(DICT)
                .alias("mustMergeOverwrite")
                .as(call -> new Merge(true).all(call));
    }
}
