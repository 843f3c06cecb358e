package dev.eso4j.template.functions.lists;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.INT;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import java.util.List;

/** Making lists, and taking them apart. None of these changes its argument. */
public final class ListFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "list",
                "tuple",
                "first",
                "mustFirst",
                "last",
                "mustLast",
                "rest",
                "mustRest",
                "initial",
                "mustInitial",
                "append",
                "mustAppend",
                "push",
                "mustPush",
                "prepend",
                "mustPrepend",
                "concat",
                "reverse",
                "mustReverse",
                "slice",
                "mustSlice",
                "chunk",
                "mustChunk",
                "uniq",
                "mustUniq",
                "without",
                "mustWithout",
                "compact",
                "mustCompact",
                "has",
                "mustHas");
    }

    @Override
    public void define(Definitions into) {
        into.function("list").rest(ANY).alias("tuple").as(call -> GoList.of(GoType.LIST, call.from(0)));
        into.function("first", ANY).alias("mustFirst").as(call -> {
            GoList list = Lists.argument(call, 0, "find first on");
            return list.size() == 0 ? null : list.get(0);
        });
        into.function("last", ANY).alias("mustLast").as(call -> {
            GoList list = Lists.argument(call, 0, "find last on");
            return list.size() == 0 ? null : list.get(list.size() - 1);
        });
        into.function("rest", ANY).alias("mustRest").as(call -> {
            GoList list = Lists.argument(call, 0, "find rest on");
            return Lists.part(list, 1, list.size(), call);
        });
        into.function("initial", ANY).alias("mustInitial").as(call -> {
            GoList list = Lists.argument(call, 0, "find initial on");
            return Lists.part(list, 0, list.size() - 1, call);
        });
        into.function("append", ANY, ANY)
                .alias("mustAppend", "push", "mustPush")
                .as(Lists::appended);
        into.function("prepend", ANY, ANY).alias("mustPrepend").as(Lists::prepended);
        into.function("concat").rest(ANY).as(Lists::concatenated);
        into.function("reverse", ANY).alias("mustReverse").as(Lists::reversed);
        into.function("slice", ANY).rest(ANY).alias("mustSlice").as(Lists::slice);
        into.function("chunk", INT, ANY).alias("mustChunk").as(Lists::chunks);
        into.function("uniq", ANY).alias("mustUniq").as(Elements::distinct);
        into.function("without", ANY).rest(ANY).alias("mustWithout").as(Elements::without);
        into.function("compact", ANY).alias("mustCompact").as(Elements::notEmpty);
        into.function("has", ANY, ANY).alias("mustHas").as(Elements::has);
    }
}
