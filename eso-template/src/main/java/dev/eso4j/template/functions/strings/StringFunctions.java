package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;

/** Cutting, trimming, padding and searching of texts. */
public final class StringFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "hello",
                "trim",
                "trimAll",
                "trimall",
                "trimPrefix",
                "trimSuffix",
                "contains",
                "hasPrefix",
                "hasSuffix",
                "replace",
                "plural",
                "repeat",
                "indent",
                "nindent",
                "wrap",
                "wrapWith",
                "trunc",
                "substr",
                "abbrev",
                "abbrevboth",
                "initials",
                "nospace");
    }

    @Override
    public void define(Definitions into) {
        into.function("hello").as(call -> "Hello!");
        into.function("trim", STRING).as(call -> Trimming.space(call.string(0)));
        into.function("trimAll", STRING, STRING)
                .alias("trimall")
                .slow()
                .as(call -> Trimming.characters(call.string(1), call.string(0), call.budget()));
        into.function("trimPrefix", STRING, STRING).as(call -> Trimming.prefix(call.string(1), call.string(0)));
        into.function("trimSuffix", STRING, STRING).as(call -> Trimming.suffix(call.string(1), call.string(0)));
        into.function("contains", STRING, STRING)
                .as(call -> Search.of(call.string(0), call.budget()).in(call.string(1), 0) >= 0);
        into.function("hasPrefix", STRING, STRING).as(call -> call.string(1).startsWith(call.string(0)));
        into.function("hasSuffix", STRING, STRING).as(call -> call.string(1).endsWith(call.string(0)));
        into.function("replace", STRING, STRING, STRING)
                .as(call -> Splitting.replaced(call.string(2), call.string(0), call.string(1), call.budget()));
        into.function("plural", STRING, STRING, INT).as(call -> call.integer(2) == 1 ? call.string(0) : call.string(1));
        into.function("repeat", INT, STRING)
                .as(call -> Padding.repeated(call.integer(0), call.string(1), call.budget()));
        into.function("indent", INT, STRING)
                .as(call -> Padding.indented(call.integer(0), call.string(1), call.budget()));
        into.function("nindent", INT, STRING)
                .as(call -> "\n" + Padding.indented(call.integer(0), call.string(1), call.budget()));
        into.function("wrap", INT, STRING)
                .slow()
                .as(call -> Wrapping.wrapped(call.string(1), call.size(0), "\n", false, call.budget()));
        into.function("wrapWith", INT, STRING, STRING)
                .slow()
                .as(call -> Wrapping.wrapped(call.string(2), call.size(0), call.string(1), true, call.budget()));
        into.function("trunc", INT, STRING).as(call -> Cutting.truncated(call.size(0), call.string(1)));
        into.function("substr", INT, INT, STRING).as(call -> Cutting.part(call.size(0), call.size(1), call.string(2)));
        into.function("abbrev", INT, STRING).slow().as(call -> Cutting.abbreviated(0, call.size(0), call.string(1)));
        into.function("abbrevboth", INT, INT, STRING)
                .slow()
                .as(call -> Cutting.abbreviated(call.size(0), call.size(1), call.string(2)));
        into.function("initials", STRING).slow().as(call -> Cutting.initials(call.string(0)));
        into.function("nospace", STRING).slow().as(call -> Cutting.withoutSpace(call.string(0)));
    }
}
