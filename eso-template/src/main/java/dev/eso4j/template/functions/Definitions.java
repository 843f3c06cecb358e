package dev.eso4j.template.functions;

import dev.eso4j.template.value.GoType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what a group defines:
 *
 * <pre>{@code
 * into.function("trimAll", STRING, STRING).alias("trimall").as(call -> trim(call.string(1), call.string(0)));
 * into.function("list").rest(ANY).alias("tuple").as(call -> GoList.of(GoType.LIST, call.from(0)));
 * into.method(TIME, "Format", STRING).as(call -> format(call.object(0, GoTime.class), call.string(1)));
 * }</pre>
 */
public final class Definitions {
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<GoType, Map<String, Function>> methods = new HashMap<>();

    /** Begins a function with fixed parameters of these types. */
    public Definition function(String name, GoType... parameters) {
        return new Definition(functions, name, List.of(parameters));
    }

    /** Begins a method; the receiver is argument 0 of the call, {@code parameters} are those behind it. */
    public Definition method(GoType receiver, String name, GoType... parameters) {
        List<GoType> all = new ArrayList<>(List.of(parameters));
        all.add(0, receiver);
        return new Definition(methods.computeIfAbsent(receiver, type -> new HashMap<>()), name, List.copyOf(all));
    }

    Map<String, Function> functions() {
        return functions;
    }

    Map<GoType, Map<String, Function>> methods() {
        return methods;
    }

    /** A function that is being defined; {@link #as} ends it. */
    public static final class Definition {
        private final Map<String, Function> into;
        private final List<String> names = new ArrayList<>();
        private final List<GoType> parameters;
        private @Nullable GoType rest;
        private @Nullable Trial trial;
        private int bytesPerStep = Function.FAST;

        private Definition(Map<String, Function> into, String name, List<GoType> parameters) {
            this.into = into;
            this.parameters = parameters;
            names.add(name);
        }

        /** Makes the function variadic. */
        public Definition rest(GoType type) {
            rest = type;
            return this;
        }

        /** Gives the function further names. */
        public Definition alias(String... aliases) {
            names.addAll(List.of(aliases));
            return this;
        }

        /** Charges four times as much for the bytes of text arguments: the function does more than to look at each once. */
        public Definition slow() {
            bytesPerStep = Function.SLOW;
            return this;
        }

        /** Says that a call can take many milliseconds, and how a trial run does without it. */
        public Definition costly(Trial instead) {
            trial = instead;
            return this;
        }

        public void as(Function.Body body) {
            for (String name : names) {
                if (into.put(name, new Function(name, parameters, rest, body, bytesPerStep, trial)) != null) {
                    throw new IllegalStateException(name + " is defined twice in one group");
                }
            }
        }
    }
}
