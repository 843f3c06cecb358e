package dev.eso4j.template.functions;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function: its arguments, which have been checked against the declared parameters, and what it may use of the world.
 *
 * <p>The accessors cast; which one fits follows from the parameter. Of a variadic function every argument has an index of its own.
 * Of a method, argument 0 is the receiver.
 */
public final class Call {
    private final Surroundings surroundings;
    private final @Nullable Object[] arguments;
    private final long literals;

    /**
     * A call with the given arguments.
     *
     * @param literals a bit for each of the first 64 arguments that was written as a literal
     */
    public Call(Surroundings surroundings, long literals, @Nullable Object... arguments) {
        this.surroundings = surroundings;
        this.literals = literals;
        this.arguments = arguments;
    }

    /** Whether an argument was written as a literal in the template: only such a one may be told in a message. */
    public boolean literal(int index) {
        return index < Long.SIZE && (literals >>> index & 1) != 0;
    }

    /** The number of arguments. */
    public int size() {
        return arguments.length;
    }

    /** An argument of any type; null is nil. */
    public @Nullable Object any(int index) {
        return arguments[index];
    }

    /** An argument of a parameter of type string, or of a named string type. */
    public String string(int index) {
        return (String) present(index);
    }

    /** An argument of an integer parameter of any type. */
    public long integer(int index) {
        Object value = present(index);
        return value instanceof Long number ? number : ((GoInt) value).value();
    }

    /** An argument of a parameter of type int, for use as a size or position; too large for Java is {@link Integer#MAX_VALUE}. */
    public int size(int index) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer(index)));
    }

    public double decimal(int index) {
        return (Double) present(index);
    }

    public boolean bool(int index) {
        return (Boolean) present(index);
    }

    /** An argument of a map parameter; nil is the nil map, never null. */
    public GoMap map(int index) {
        return (GoMap) present(index);
    }

    /** An argument of a list parameter such as {@code GoType.LIST}; nil is the nil list, never null. */
    public GoList list(int index) {
        return (GoList) present(index);
    }

    /** An argument of a parameter with a type of its own. */
    public <T> T object(int index, Class<T> type) {
        return type.cast(present(index));
    }

    /** The arguments from {@code index} on, in an array of their own. */
    public @Nullable Object[] from(int index) {
        return Arrays.copyOfRange(arguments, Math.min(index, arguments.length), arguments.length);
    }

    /** The account that work and memory are charged to. */
    public Budget budget() {
        return surroundings.budget();
    }

    /** Clock, zone, random numbers, and where warnings go. */
    public Surroundings surroundings() {
        return surroundings;
    }

    private Object present(int index) {
        Object value = arguments[index];
        if (value == null) {
            throw new FunctionException("argument " + (index + 1) + " is nil");
        }
        return value;
    }
}
