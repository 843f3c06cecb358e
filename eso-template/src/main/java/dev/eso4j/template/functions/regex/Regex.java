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
    /** What a character of an expression can take before it is known how large the compiled one will be. */
    private static final int CHARACTER = 16;

    /** So many instructions are rarely active all at once. */
    private static final int SMALL = 24;

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
        budget.allocate((long) CHARACTER * expression.length());
        Translation translation = new Translation(Bytes.decode(expression));
        String translated = translation.run();
        budget.allocate(translation.size() * INSTRUCTION);
        budget.steps(translation.size() / 4);
        try {
            return new Regex(Pattern.compile(translated), translation.names(), weight(translation.size()));
        } catch (PatternSyntaxException e) {
            throw new FunctionException("error parsing regexp: " + e.getDescription());
        }
    }

    /** Of a large expression every instruction may be active at every character, and all of them are looked at then. */
    private static int weight(long size) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + size / 16 + Math.max(0, size - SMALL) / 4);
    }
}
