package dev.eso4j.template.functions;

import dev.eso4j.template.value.GoType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that templates can call, or a method of a type, whose receiver is then its first parameter.
 *
 * @param name the name it was called by
 * @param parameters the types of the fixed parameters, receiver included
 * @param rest the type of any number of further arguments, null if there can be none
 * @param body what it does
 * @param bytesPerStep how many bytes of text arguments cost a step
 * @param trial how a trial run does without it; null for a function whose work is worth no trial
 */
public record Function(
        String name,
        List<GoType> parameters,
        @Nullable GoType rest,
        Body body,
        int bytesPerStep,
        @Nullable Trial trial) {
    /** Bytes for a step, of a function that looks at each of them once. */
    static final int FAST = 64;

    /** Bytes for a step, of a function that does more than that with each. */
    static final int SLOW = 16;

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Calculates the result: a {@code String} of bytes, {@code Long} (int), {@code Double}, {@code Boolean}, {@code GoInt},
         * {@code GoList}, {@code GoMap}, {@code GoObject}, or null for nil.
         *
         * @throws FunctionException if it can't; any other runtime exception is reported by its class only
         */
        @Nullable
        Object apply(Call call);
    }

    /** The type of the parameter that takes the argument with this index. */
    public GoType parameter(int index) {
        if (index < parameters.size()) {
            return parameters.get(index);
        }
        if (rest == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return rest;
    }

    /** Whether the function can be called with this many arguments. */
    public boolean takes(int count) {
        return rest == null ? count == parameters.size() : count >= parameters.size();
    }
}
