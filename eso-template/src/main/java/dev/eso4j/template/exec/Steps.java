package dev.eso4j.template.exec;

import dev.eso4j.template.exec.Step.Next;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Truth;
import org.jspecify.annotations.Nullable;

/** The steps that templates are made of. */
final class Steps {
    private Steps() {}

    static final class Text extends Step {
        private final String text;

        Text(String text) {
            this.text = text;
        }

        @Override
        Next run(Execution x) {
            x.out.append(text);
            return Next.STEP;
        }
    }

    static final class Sequence extends Step {
        private final Step[] steps;

        Sequence(Step[] steps) {
            this.steps = steps;
        }

        @Override
        Next run(Execution x) {
            for (Step step : steps) {
                Next next = step.run(x);
                if (next != Next.STEP) {
                    return next;
                }
            }
            return Next.STEP;
        }
    }

    static final class Print extends Step {
        private final Expression value;
        private final boolean silent;
        private final Place place;

        Print(Expression value, boolean silent, Place place) {
            this.value = value;
            this.silent = silent;
            this.place = place;
        }

        @Override
        Next run(Execution x) {
            x.budget.step();
            x.place = place;
            Object result = value.evaluate(x, null);
            if (!silent) {
                x.print(result);
            }
            return Next.STEP;
        }
    }

    static final class Jump extends Step {
        private final Next next;

        Jump(Next next) {
            this.next = next;
        }

        @Override
        Next run(Execution x) {
            return next;
        }
    }

    /** {@code if} and {@code with}. */
    static final class Condition extends Step {
        private final Expression condition;
        private final Step body;
        private final @Nullable Step otherwise;
        private final boolean setsDot;
        private final Place place;

        Condition(Expression condition, Step body, @Nullable Step otherwise, boolean setsDot, Place place) {
            this.condition = condition;
            this.body = body;
            this.otherwise = otherwise;
            this.setsDot = setsDot;
            this.place = place;
        }

        @Override
        Next run(Execution x) {
            x.budget.step();
            x.place = place;
            int mark = x.top;
            Object value = condition.evaluate(x, null);
            Next next = Next.STEP;
            // Blocks count as well as templates, so that the limit is reached before the end of any usual stack.
            x.budget.enter();
            if (Truth.of(value)) {
                Object dot = x.dot;
                if (setsDot) {
                    x.dot = value;
                }
                next = body.run(x);
                x.dot = dot;
            } else if (otherwise != null) {
                next = otherwise.run(x);
            }
            x.budget.leave();
            x.top = mark;
            return next;
        }
    }

    static final class Range extends Step {
        private final Expression ranged;
        private final Assignment[] variables;
        private final boolean assigns;
        private final Step body;
        private final @Nullable Step otherwise;
        private final Place place;

        Range(
                Expression ranged,
                Assignment[] variables,
                boolean assigns,
                Step body,
                @Nullable Step otherwise,
                Place place) {
            this.ranged = ranged;
            this.variables = variables;
            this.assigns = assigns;
            this.body = body;
            this.otherwise = otherwise;
            this.place = place;
        }

        @Override
        Next run(Execution x) {
            x.budget.step();
            x.place = place;
            int mark = x.top;
            Object dot = x.dot;
            Object value = ranged.evaluate(x, null);
            x.budget.enter();
            boolean any = rounds(x, value);
            x.dot = dot;
            Next next = any || otherwise == null ? Next.STEP : otherwise.run(x);
            x.budget.leave();
            x.top = mark;
            // A break in the else part ends this loop, although it is allowed there only by one around it.
            return next == Next.BREAK ? Next.STEP : next;
        }

        private boolean rounds(Execution x, @Nullable Object value) {
            if (value instanceof GoList list) {
                int size = list.size();
                for (int i = 0; i < size && round(x, (long) i, list.get(i)); i++) {}
                return size > 0;
            } else if (value instanceof GoMap map) {
                return entries(x, map);
            } else if (value instanceof Long || value instanceof GoInt) {
                return count(x, value);
            } else if (value == null) {
                return false;
            }
            throw place.raise("range can't iterate over a value of type " + GoType.nameOf(value));
        }

        private boolean entries(Execution x, GoMap map) {
            x.budget.elements(2L * map.size());
            String[] keys = map.keys(x.budget);
            @Nullable Object[] values = new @Nullable Object[keys.length];
            for (int i = 0; i < keys.length; i++) {
                values[i] = map.get(keys[i]);
            }
            for (int i = 0; i < keys.length && round(x, keys[i], values[i]); i++) {}
            return keys.length > 0;
        }

        private boolean count(Execution x, Object value) {
            if (variables.length > 1) {
                throw place.raise("can't use a value of type " + GoType.nameOf(value)
                        + " to iterate over more than one variable");
            }
            GoType type = value instanceof GoInt number ? number.type() : GoType.INT;
            long end = value instanceof GoInt number ? number.value() : (Long) value;
            boolean unsigned = type.kind().unsigned();
            if (!unsigned && end <= 0 || end == 0) {
                return false;
            }
            for (long i = 0; i != end && round(x, null, type == GoType.INT ? i : new GoInt(type, i)); i++) {}
            return true;
        }

        /** One round; whether another may follow. */
        private boolean round(Execution x, @Nullable Object index, @Nullable Object element) {
            x.budget.step();
            int mark = x.top;
            if (variables.length == 1) {
                set(x, 0, mark - 1, element);
            } else if (variables.length > 1) {
                set(x, 0, mark - 2, index);
                set(x, 1, mark - 1, element);
            }
            x.dot = element;
            Next next = body.run(x);
            x.top = mark;
            return next != Next.BREAK;
        }

        private void set(Execution x, int variable, int declared, @Nullable Object value) {
            if (assigns) {
                variables[variable].assign(x, value);
            } else {
                x.variable(declared, value);
            }
        }
    }

    /** {@code template}: another template with a dot and variables of its own. */
    static final class Invocation extends Step {
        private final String name;
        private final @Nullable Procedure procedure;
        private final @Nullable Expression dot;
        private final Place place;

        Invocation(String name, @Nullable Procedure procedure, @Nullable Expression dot, Place place) {
            this.name = name;
            this.procedure = procedure;
            this.dot = dot;
            this.place = place;
        }

        @Override
        Next run(Execution x) {
            x.budget.step();
            x.place = place;
            if (procedure == null) {
                throw place.raise("template \"" + name + "\" not defined");
            }
            Object outer = x.dot;
            Object inner = dot == null ? null : dot.evaluate(x, null);
            x.budget.enter();
            int top = x.top;
            int base = x.base;
            String template = x.template;
            x.base = top;
            x.dot = inner;
            x.template = name;
            x.push("$", inner);
            procedure.body().run(x);
            x.template = template;
            x.dot = outer;
            x.base = base;
            x.top = top;
            x.budget.leave();
            return Next.STEP;
        }
    }
}
