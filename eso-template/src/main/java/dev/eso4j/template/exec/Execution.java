package dev.eso4j.template.exec;

import dev.eso4j.template.format.Printer;
import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.functions.Surroundings;
import dev.eso4j.template.limit.Budget;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The state of one execution: dot, variables, output, account. */
final class Execution {
    final FunctionRegistry functions;
    final Surroundings surroundings;
    final Budget budget;
    final MissingKey missingKey;
    final Rendered out;

    /** The value of {@code .}. */
    @Nullable
    Object dot;

    /** The template that is being executed. */
    String template;

    /** The last action that began, for messages about limits. */
    @Nullable
    Place place;

    /** Variables from here on belong to the current template; the first is {@code $}. */
    int base;

    int top;

    private @Nullable Object[] values = new @Nullable Object[8];
    private @Nullable String[] names = new @Nullable String[8];
    private @Nullable Printer printer;

    Execution(
            String template,
            FunctionRegistry functions,
            Surroundings surroundings,
            MissingKey missingKey,
            int expected) {
        this.template = template;
        this.functions = functions;
        this.surroundings = surroundings;
        this.budget = surroundings.budget();
        this.missingKey = missingKey;
        this.out = new Rendered(budget.limits().outputBytes(), expected);
    }

    void push(String name, @Nullable Object value) {
        if (top == values.length) {
            budget.elements(top);
            values = Arrays.copyOf(values, 2 * top);
            names = Arrays.copyOf(names, 2 * top);
        }
        values[top] = value;
        names[top++] = name;
    }

    @Nullable
    Object variable(int index) {
        return values[index];
    }

    void variable(int index, @Nullable Object value) {
        values[index] = value;
    }

    /** The index of the innermost variable of a name, -1 if there is none. */
    int find(String name) {
        budget.steps((top - base) / 8);
        for (int i = top - 1; i >= base; i--) {
            if (name.equals(names[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Prints the result of an action. */
    void print(@Nullable Object value) {
        if (value instanceof String text) {
            out.append(text);
        } else if (value == null) {
            out.append("<no value>");
        } else {
            if (printer == null) {
                printer = new Printer(budget);
            }
            out.append(printer.text(value));
        }
    }
}
