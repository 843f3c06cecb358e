package dev.eso4j.template.format;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import org.jspecify.annotations.Nullable;

/** Prints values as Go's {@code fmt} does. The results are bytes. */
public final class Printer {
    private final Budget budget;

    public Printer(Budget budget) {
        this.budget = budget;
    }

    /** A value in its plain form, {@code %v}; nil is {@code <nil>}. */
    public String text(@Nullable Object value) {
        if (value instanceof String string) {
            return string;
        } else if (value instanceof Long || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof Double number) {
            return Floats.shortest(number);
        }
        Output out = new Output(budget);
        new Values(out, new Flags(), budget).argument(value, 'v');
        return out.toString();
    }

    /** All values one after the other, with a space where neither neighbour is a string. */
    public String print(@Nullable Object... values) {
        if (values.length == 1) {
            return text(values[0]);
        }
        Output out = new Output(budget);
        boolean afterString = true;
        for (@Nullable Object value : values) {
            boolean string = GoType.kindOf(value) == Kind.STRING;
            if (!string && !afterString) {
                out.append(' ');
            }
            new Values(out, new Flags(), budget).argument(value, 'v');
            afterString = string;
        }
        return out.toString();
    }

    /** All values with spaces between them, and the end of a line. */
    public String println(@Nullable Object... values) {
        Output out = new Output(budget);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(' ');
            }
            new Values(out, new Flags(), budget).argument(values[i], 'v');
        }
        out.append('\n');
        return out.toString();
    }

    /** The values as the format says. */
    public String printf(String format, @Nullable Object... values) {
        Output out = new Output(budget);
        new Printf(out, budget, format, values).run();
        return out.toString();
    }
}
