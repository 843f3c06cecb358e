package dev.eso4j.template.exec;

import dev.eso4j.template.functions.Function;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import org.jspecify.annotations.Nullable;

/** Fields, entries or methods of a value, one after the other; the last may be a method with arguments. */
final class FieldExpression extends Expression {
    private final Expression of;
    private final String[] names;
    private final Argument[] arguments;
    private final boolean takesPiped;
    private final Place place;

    FieldExpression(Expression of, String[] names, Argument[] arguments, boolean takesPiped, Place place) {
        this.of = of;
        this.names = names;
        this.arguments = arguments;
        this.takesPiped = takesPiped;
        this.place = place;
    }

    @Override
    @Nullable
    Object evaluate(Execution x, @Nullable Object piped) {
        Object value = of.evaluate(x, null);
        int last = names.length - 1;
        for (int i = 0; i <= last; i++) {
            String name = names[i];
            boolean hasArguments = i == last && (takesPiped || arguments.length > 0);
            if (value instanceof GoMap map) {
                if (hasArguments) {
                    throw place.raise(name + " is not a method but has arguments");
                }
                value = entry(x, map, i);
            } else if (value == null) {
                if (x.missingKey == MissingKey.ERROR) {
                    throw place.raise("nil data; no entry for key \"" + name + "\"");
                }
                return null;
            } else {
                value = member(x, value, name, hasArguments, piped);
            }
        }
        return value;
    }

    private @Nullable Object entry(Execution x, GoMap map, int at) {
        String name = names[at];
        Object entry = map.get(name);
        if (entry != null) {
            return entry;
        } else if (map.has(name)) {
            if (at < names.length - 1) {
                throw place.raise("nil pointer evaluating interface {}." + names[at + 1]);
            }
            return null;
        } else if (x.missingKey == MissingKey.ERROR) {
            throw place.raise("map has no entry for key \"" + name + "\"");
        }
        return x.missingKey == MissingKey.ZERO ? zero(map.type().element()) : null;
    }

    private static @Nullable Object zero(@Nullable GoType type) {
        if (type == GoType.STRING) {
            return "";
        }
        return type != null && type.element() != null ? GoMap.nil(type) : null;
    }

    private @Nullable Object member(
            Execution x, Object value, String name, boolean hasArguments, @Nullable Object piped) {
        GoType type = GoType.of(value);
        Function method = type == null ? null : x.functions.method(type, name);
        if (method != null) {
            return call(x, method, value, hasArguments, piped);
        }
        int field = value instanceof GoObject object ? object.type().fields().indexOf(name) : -1;
        if (field < 0) {
            throw place.raise("can't evaluate field " + name + " in type " + GoType.nameOf(value));
        } else if (hasArguments) {
            throw place.raise(name + " has arguments but cannot be invoked as function");
        }
        return ((GoObject) value).field(field);
    }

    private @Nullable Object call(
            Execution x, Function method, Object receiver, boolean hasArguments, @Nullable Object piped) {
        int given = hasArguments ? arguments.length : 0;
        int count = given + (hasArguments && takesPiped ? 1 : 0);
        if (!method.takes(count + 1)) {
            throw place.raise(CallExpression.wrongNumber(method, 1, count));
        }
        @Nullable Object[] values = new @Nullable Object[count + 1];
        values[0] = receiver;
        for (int i = 0; i < given; i++) {
            values[i + 1] = arguments[i].value(x, method.parameter(i + 1));
        }
        if (count > given) {
            values[count] = Argument.checked(piped, method.parameter(count), place);
        }
        return CallExpression.invoke(x, method, values, CallExpression.literals(arguments, 1), place);
    }
}
