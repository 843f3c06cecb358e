package dev.eso4j.template.parse;

import dev.eso4j.template.value.GoComplex;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * A number as it was written, with every type it can take; which one it takes is decided by where it stands.
 *
 * @param text as written
 * @param integer its value if it can be signed
 * @param unsigned the bits of its value if it can be unsigned
 * @param decimal its value if it can be a float
 * @param complex its value if it was written as a complex number
 */
public record Numeral(
        String text,
        @Nullable Long integer,
        @Nullable Long unsigned,
        @Nullable Double decimal,
        @Nullable GoComplex complex) {

    static Numeral of(Token token) {
        String text = token.text();
        if (token.kind() == Token.Kind.CHARACTER) {
            long point = Unquoted.character(token);
            return new Numeral(text, point, point, (double) point, null);
        } else if (token.kind() == Token.Kind.COMPLEX) {
            return complex(token);
        } else if (text.endsWith("i")) {
            Double imaginary = Numerals.decimal(text.substring(0, text.length() - 1));
            if (imaginary != null) {
                return of(text, new GoComplex(0, imaginary));
            }
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        Long unsigned = signed ? null : Numerals.unsigned(text);
        Long integer = Numerals.integer(text);
        if (integer != null) {
            return new Numeral(text, integer, integer == 0 ? integer : unsigned, (double) integer, null);
        } else if (unsigned != null) {
            return new Numeral(text, null, unsigned, unsignedToDouble(unsigned), null);
        }
        Double decimal = Numerals.decimal(text);
        if (decimal == null) {
            throw new SyntaxException(token.at(), "illegal number syntax: \"" + text + "\"");
        } else if (!fractional(text)) {
            throw new SyntaxException(token.at(), "integer overflow: \"" + text + "\"");
        }
        return new Numeral(text, integral(decimal), unsignedIntegral(decimal), decimal, null);
    }

    private static Numeral complex(Token token) {
        String text = token.text();
        int split = text.length() - 2;
        while (split > 0 && !signBetween(text, split)) {
            split--;
        }
        Double real = Numerals.decimal(text.substring(0, split));
        Double imaginary = Numerals.decimal(text.substring(split, text.length() - 1));
        if (real == null || imaginary == null) {
            throw new SyntaxException(token.at(), "bad number syntax: \"" + text + "\"");
        }
        return of(text, new GoComplex(real, imaginary));
    }

    private static boolean signBetween(String text, int at) {
        char c = text.charAt(at);
        return (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) < 0;
    }

    private static Numeral of(String text, GoComplex value) {
        if (value.imaginary() != 0) {
            return new Numeral(text, null, null, null, value);
        }
        double real = value.real();
        return new Numeral(text, integral(real), unsignedIntegral(real), real, value);
    }

    private static @Nullable Long integral(double value) {
        return value >= -0x1p63 && value < 0x1p63 && (long) value == value ? (Long) (long) value : null;
    }

    private static @Nullable Long unsignedIntegral(double value) {
        if (value < 0 || value >= 0x1p64 || value != Math.rint(value)) {
            return null;
        }
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
    }

    private static double unsignedToDouble(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static boolean fractional(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (".eEpP".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hexInteger() {
        return text.length() > 2
                && (text.startsWith("0x") || text.startsWith("0X"))
                && text.indexOf('p') < 0
                && text.indexOf('P') < 0;
    }

    /** The value where nothing asks for a certain type; null if it does not fit an int. */
    public @Nullable Object natural() {
        if (complex != null) {
            return complex;
        } else if (decimal != null && !hexInteger() && !text.startsWith("'") && fractional(text)) {
            return decimal;
        }
        return integer;
    }

    /** The value as the given type wants it; null if it can't be. */
    public @Nullable Object as(GoType type) {
        return switch (type.kind()) {
            case INTERFACE -> natural();
            case INT -> type == GoType.INT || integer == null ? integer : new GoInt(type, integer);
            case INT64 -> integer == null ? null : new GoInt(type, integer);
            case UINT8 -> unsigned == null ? null : new GoInt(type, unsigned & 0xff);
            case UINT32 -> unsigned == null ? null : new GoInt(type, unsigned & 0xffffffffL);
            case UINT64 -> unsigned == null ? null : new GoInt(type, unsigned);
            case FLOAT64 -> decimal;
            case COMPLEX128 -> complex;
            default -> null;
        };
    }
}
