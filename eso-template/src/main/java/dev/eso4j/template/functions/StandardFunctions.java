package dev.eso4j.template.functions;

import dev.eso4j.template.functions.language.LanguageFunctions;
import dev.eso4j.template.functions.strings.StringFunctions;
import java.util.List;

/** The functions that External Secrets offers to templates; a later group's function hides an earlier one's of that name. */
public final class StandardFunctions {
    private StandardFunctions() {}

    /** All groups; making them loads none of their functions. */
    public static List<FunctionGroup> groups() {
        return List.of(new LanguageFunctions(), new StringFunctions());
    }
}
