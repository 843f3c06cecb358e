package dev.eso4j.template.functions.regex;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import java.util.List;

/** Searching, replacing and splitting by regular expressions; the expression comes first, the text second. */
public final class RegexFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "regexMatch",
                "mustRegexMatch",
                "regexFind",
                "mustRegexFind",
                "regexFindAll",
                "mustRegexFindAll",
                "regexReplaceAll",
                "mustRegexReplaceAll",
                "regexReplaceAllLiteral",
                "mustRegexReplaceAllLiteral",
                "regexSplit",
                "mustRegexSplit",
                "regexQuoteMeta");
    }

    @Override
    public void define(Definitions into) {
        into.function("regexMatch", STRING, STRING).as(RegexFunctions::matchesOrFalse);
        into.function("mustRegexMatch", STRING, STRING).as(call -> matches(call));
        into.function("regexFind", STRING, STRING).alias("mustRegexFind").as(call -> {
            Matches matches = search(call);
            return matches.find(0) ? matches.group(0) : "";
        });
        into.function("regexFindAll", STRING, STRING, INT)
                .alias("mustRegexFindAll")
                .as(call -> listOrNil(search(call).all(call.integer(2))));
        into.function("regexReplaceAll", STRING, STRING, STRING)
                .alias("mustRegexReplaceAll")
                .as(call -> {
                    Replacement replacement = new Replacement(call.string(2));
                    return search(call).replaced(replacement::expand);
                });
        into.function("regexReplaceAllLiteral", STRING, STRING, STRING)
                .alias("mustRegexReplaceAllLiteral")
                .as(call -> search(call).replaced((matches, text) -> text.append(call.string(2))));
        into.function("regexSplit", STRING, STRING, INT).alias("mustRegexSplit").as(RegexFunctions::split);
        into.function("regexQuoteMeta", STRING).slow().as(call -> quoted(call.string(0)));
    }

    private static Matches search(Call call) {
        return new Matches(Regex.compile(call.string(0), call.budget()), call.string(1), call.budget());
    }

    private static boolean matches(Call call) {
        return search(call).find(0);
    }

    private static boolean matchesOrFalse(Call call) {
        try {
            return matches(call);
        } catch (FunctionException e) {
            call.surroundings().warn("regexMatch gives false: " + e.getMessage());
            return false;
        }
    }

    private static GoList split(Call call) {
        Matches matches = search(call);
        if (call.integer(2) == 0) {
            return GoList.nil(GoType.STRINGS);
        } else if (!call.string(0).isEmpty() && call.string(1).isEmpty()) {
            return GoList.of(GoType.STRINGS, "");
        }
        return GoList.of(GoType.STRINGS, matches.split(call.integer(2)));
    }

    private static GoList listOrNil(List<String> texts) {
        return texts.isEmpty() ? GoList.nil(GoType.STRINGS) : GoList.of(GoType.STRINGS, texts);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if ("\\.+*?()|[]{}^$".indexOf(text.charAt(i)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(i));
        }
        return quoted.toString();
    }
}
