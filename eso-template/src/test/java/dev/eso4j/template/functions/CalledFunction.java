package dev.eso4j.template.functions;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.limit.Limits;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Calls a standard function with arguments that already have the right types, at 2024-05-06T07:08:09Z in UTC. */
public final class CalledFunction {
    private static final FunctionRegistry REGISTRY = FunctionRegistry.of(StandardFunctions.groups());

    private final List<String> warnings = new ArrayList<>();
    private final Surroundings surroundings;

    private CalledFunction(Limits limits) {
        surroundings = new Surroundings(
                new Budget(limits),
                Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC),
                ZoneOffset.UTC,
                SecureRandom::new,
                warnings::add);
    }

    public static CalledFunction within(Limits limits) {
        return new CalledFunction(limits);
    }

    public static Object call(String name, Object... arguments) {
        return within(Limits.STANDARD).with(name, arguments);
    }

    public Object with(String name, Object... arguments) {
        Function function = REGISTRY.function(name);
        if (function == null) {
            throw new IllegalArgumentException("no function " + name);
        }
        return function.body().apply(new Call(surroundings, 0, arguments));
    }

    public List<String> warnings() {
        return warnings;
    }
}
