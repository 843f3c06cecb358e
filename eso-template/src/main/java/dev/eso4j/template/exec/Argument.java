package dev.eso4j.template.exec;

import dev.eso4j.template.parse.Node;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import org.jspecify.annotations.Nullable;

/** An argument of a call, which takes the type that the parameter has, or fails. */
abstract class Argument {
    abstract @Nullable Object value(Execution x, GoType type);

    /** Whether it was written as a literal. */
    boolean literal() {
        return false;
    }

    /** An argument that is calculated: its value must have the type already. */
    static final class Computed extends Argument {
        private final Expression expression;
        private final Place place;

        Computed(Expression expression, Place place) {
            this.expression = expression;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Execution x, GoType type) {
            return checked(expression.evaluate(x, null), type, place);
        }
    }

    /** An argument whose value for the only type that it is asked for is known. */
    static final class Fixed extends Argument {
        private final @Nullable Object value;

        Fixed(@Nullable Object value) {
            this.value = value;
        }

        @Override
        @Nullable
        Object value(Execution x, GoType type) {
            return value;
        }

        @Override
        boolean literal() {
            return true;
        }
    }

    /** A literal that takes the type it is asked for. */
    static final class Literal extends Argument {
        private final Node.Operand node;

        Literal(Node.Operand node) {
            this.node = node;
        }

        @Override
        @Nullable
        Object value(Execution x, GoType type) {
            return adapted(type);
        }

        /** The argument for one type alone, which fails when it is evaluated if it does not fit. */
        Argument as(GoType type) {
            try {
                return new Fixed(adapted(type));
            } catch (ExecutionException e) {
                return this;
            }
        }

        private @Nullable Object adapted(GoType type) {
            Kind kind = type.kind();
            Object value = null;
            if (node instanceof Node.Nil) {
                return zero(type, Place.of(node), "cannot assign nil to ");
            } else if (node instanceof Node.Number number) {
                value = number.value().as(type);
                if (value == null && kind == Kind.INTERFACE) {
                    throw Place.of(node).raise(number.value().text() + " overflows int");
                }
            } else if (node instanceof Node.Literal literal && (kind == Kind.STRING || kind == Kind.INTERFACE)) {
                value = literal.value();
            } else if (node instanceof Node.Bool bool && (kind == Kind.BOOL || kind == Kind.INTERFACE)) {
                value = bool.value();
            }
            if (value == null) {
                throw Place.of(node).raise("expected " + expected(type));
            }
            return value;
        }

        @Override
        boolean literal() {
            return true;
        }

        private static String expected(GoType type) {
            Kind kind = type.kind();
            return kind.signed() ? "integer" : kind.unsigned() ? "unsigned integer" : type.name();
        }
    }

    /** A value if it can be assigned to the type. */
    static @Nullable Object checked(@Nullable Object value, GoType type, Place place) {
        if (type == GoType.ANY) {
            return value;
        } else if (value == null) {
            return zero(type, place, "invalid value; expected ");
        } else if (GoType.of(value) == type) {
            return value;
        }
        throw place.raise("wrong type for value; expected " + type.name() + "; got " + GoType.nameOf(value));
    }

    private static @Nullable Object zero(GoType type, Place place, String refusal) {
        return switch (type.kind()) {
            case MAP -> GoMap.nil(type);
            case SLICE -> GoList.nil(type);
            case INTERFACE, POINTER -> null;
            default -> throw place.raise(refusal + type.name());
        };
    }
}
