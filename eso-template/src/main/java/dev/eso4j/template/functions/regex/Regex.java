package dev.eso4j.template.functions.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression.
 *
 * @param names the name of each group, null for those without; group 0 is the whole
 * @param weight what reading a character costs, beside one with a small expression
 */
record Regex(Pattern pattern, List<@Nullable String> names, int weight) {
    /** The memory of one instruction of a compiled expression, more or less. */
    private static final int INSTRUCTION = 64;

    /**
     * Compiles an expression, which is bytes.
     *
     * @throws FunctionException if it is none
     */
    static Regex compile(String expression, Budget budget) {
        if (!Bytes.valid(expression)) {
            throw new FunctionException("error parsing regexp: invalid UTF-8");
        }
        Translation translation = new Translation(Bytes.decode(expression));
        String translated = translation.run();
        budget.allocate(translation.size() * INSTRUCTION);
        budget.steps(translation.size() / 4);
        try {
            return new Regex(Pattern.compile(translated), translation.names(), 1 + (int) (translation.size() / 16));
        } catch (PatternSyntaxException e) {
            throw new FunctionException("error parsing regexp: " + e.getDescription());
        }
    }
}
