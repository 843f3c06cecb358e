package dev.eso4j.template.exec;

import org.jspecify.annotations.Nullable;

/** A compiled part of a template that has a value. */
abstract class Expression {
    /**
     * The value.
     *
     * @param piped what the command before gave; only what was compiled as a later command looks at it
     */
    abstract @Nullable Object evaluate(Execution x, @Nullable Object piped);

    /** A value that is known beforehand. */
    static final class Constant extends Expression {
        private final @Nullable Object value;

        Constant(@Nullable Object value) {
            this.value = value;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            return value;
        }
    }

    /** What can only fail, if it is ever reached. */
    static final class Failure extends Expression {
        private final Place place;
        private final String reason;

        Failure(Place place, String reason) {
            this.place = place;
            this.reason = reason;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            throw place.raise(reason);
        }
    }

    static final class Dot extends Expression {
        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            return x.dot;
        }
    }

    /** A variable whose place among those of its template is known. */
    static final class Slot extends Expression {
        private final int index;

        Slot(int index) {
            this.index = index;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            return x.variable(x.base + index);
        }
    }

    /** A variable that may or may not have been declared when it is reached. */
    static final class Named extends Expression {
        private final String name;
        private final Place place;

        Named(String name, Place place) {
            this.name = name;
            this.place = place;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            int index = x.find(name);
            if (index < 0) {
                throw place.raise("undefined variable: " + name);
            }
            return x.variable(index);
        }
    }

    /** Commands that pass on their results, and variables that take the last one. */
    static final class Pipe extends Expression {
        private final Expression[] commands;
        private final Assignment[] variables;

        Pipe(Expression[] commands, Assignment[] variables) {
            this.commands = commands;
            this.variables = variables;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            Object value = null;
            for (Expression command : commands) {
                value = command.evaluate(x, value);
            }
            for (Assignment variable : variables) {
                variable.assign(x, value);
            }
            return value;
        }
    }

    /** {@code and}, {@code or}: arguments are looked at only until one decides. */
    static final class ShortCircuit extends Expression {
        private final Argument[] arguments;
        private final boolean decisive;
        private final boolean takesPiped;

        ShortCircuit(Argument[] arguments, boolean decisive, boolean takesPiped) {
            this.arguments = arguments;
            this.decisive = decisive;
            this.takesPiped = takesPiped;
        }

        @Override
        @Nullable
        Object evaluate(Execution x, @Nullable Object piped) {
            x.budget.step();
            Object value = null;
            for (Argument argument : arguments) {
                value = argument.value(x, dev.eso4j.template.value.GoType.ANY);
                if (dev.eso4j.template.value.Truth.of(value) == decisive) {
                    return value;
                }
            }
            return takesPiped ? piped : value;
        }
    }
}
