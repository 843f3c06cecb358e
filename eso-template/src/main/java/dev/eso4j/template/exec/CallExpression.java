package dev.eso4j.template.exec;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Function;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.Trial;
import dev.eso4j.template.limit.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** A call of a function with a number of arguments that fits it. */
final class CallExpression extends Expression {
    /** What to do about too many calls of a costly function. */
    private static final String ADVICE = ", of which such a call takes thousands: let fewer of them be in the template"
            + " of one key, and the others in templates of other keys or targets";

    private final Function function;
    private final Argument[] arguments;
    private final boolean takesPiped;
    private final long literals;
    private final Place place;

    CallExpression(Function function, Argument[] arguments, boolean takesPiped, Place place) {
        this.function = function;
        this.arguments = arguments;
        this.takesPiped = takesPiped;
        this.place = place;
        this.literals = literals(arguments, 0);
    }

    @Override
    @Nullable
    Object evaluate(Execution x, @Nullable Object piped) {
        int count = arguments.length;
        @Nullable Object[] values = new @Nullable Object[takesPiped ? count + 1 : count];
        for (int i = 0; i < count; i++) {
            values[i] = arguments[i].value(x, function.parameter(i));
        }
        if (takesPiped) {
            values[count] = Argument.checked(piped, function.parameter(count), place);
        }
        return invoke(x, function, values, literals, place);
    }

    private static @Nullable Object result(Execution x, Function function, Call call) {
        Trial trial = function.trial();
        if (trial != null && x.surroundings.trial()) {
            long steps = trial.steps().applyAsLong(call);
            if (steps > 0) {
                x.budget.steps(steps);
                return trial.result();
            }
        }
        return function.body().apply(call);
    }

    static long literals(Argument[] arguments, int from) {
        long literals = 0;
        for (int i = 0; i < arguments.length && from + i < Long.SIZE; i++) {
            literals |= arguments[i].literal() ? 1L << (from + i) : 0;
        }
        return literals;
    }

    static String wrongNumber(Function function, int hidden, int count) {
        int want = function.parameters().size() - hidden;
        return "wrong number of args for " + function.name() + ": want " + (function.rest() == null ? "" : "at least ")
                + want + " got " + count;
    }

    /** Calls a function with arguments that have been checked; whatever it throws becomes an error without a value in it. */
    static @Nullable Object invoke(
            Execution x, Function function, @Nullable Object[] values, long literals, Place place) {
        try {
            x.budget.step();
            for (Object value : values) {
                if (value instanceof String text) {
                    // Whatever comes of it, the function will look through it.
                    x.budget.steps(text.length() / function.bytesPerStep());
                }
            }
            Object result = result(x, function, new Call(x.surroundings, literals, values));
            if (result instanceof String text) {
                x.budget.allocate(text.length());
            }
            return result;
        } catch (FunctionException e) {
            throw place.raise(function.name(), String.valueOf(e.getMessage()));
        } catch (LimitExceededException e) {
            throw place.raise(
                    function.name(), "it would take " + e.getMessage() + (function.trial() == null ? "" : ADVICE));
        } catch (RuntimeException e) {
            // The message of an exception that nobody wrote for users may well contain the value that caused it.
            throw place.raise(function.name(), "failed with " + e.getClass().getSimpleName());
        }
    }
}
