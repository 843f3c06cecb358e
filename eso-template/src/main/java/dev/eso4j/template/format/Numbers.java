package dev.eso4j.template.format;

import dev.eso4j.template.value.Bytes;

/** Numbers under the flags of a directive. */
final class Numbers {
    private Numbers() {}

    /** An integer in some base, with sign, prefix and leading zeros, padded. */
    static void integer(Output out, Flags flags, long value, int base, boolean signed, char verb) {
        boolean negative = signed && value < 0;
        long size = negative ? -value : value;
        int least = 0;
        boolean padsZeros = false;
        if (flags.precision >= 0) {
            least = flags.precision;
            if (least == 0 && value == 0) {
                out.spaces(flags.width);
                return;
            }
        } else if (flags.zeros() && flags.width >= 0) {
            least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
            padsZeros = true;
        }
        String digits = Long.toUnsignedString(size, base);
        if (verb == 'X') {
            digits = digits.toUpperCase(java.util.Locale.ROOT);
        }
        out.room(Math.max(least, digits.length()) + 4);
        StringBuilder text = new StringBuilder(Math.max(least, digits.length()) + 4);
        if (negative) {
            text.append('-');
        } else if (flags.plus) {
            text.append('+');
        } else if (flags.space) {
            text.append(' ');
        }
        if (verb == 'O') {
            text.append("0o");
        }
        if (flags.sharp) {
            if (base == 2) {
                text.append("0b");
            } else if (base == 8 && !(digits.charAt(0) == '0' || least > digits.length())) {
                text.append('0');
            } else if (base == 16) {
                text.append('0').append(verb == 'X' ? 'X' : 'x');
            }
        }
        for (int i = digits.length(); i < least; i++) {
            text.append('0');
        }
        text.append(digits);
        out.padded(text.toString(), flags, padsZeros ? ' ' : ' ');
    }

    /** {@code U+0041 'A'}. */
    static void unicode(Output out, Flags flags, long value) {
        String digits = Long.toUnsignedString(value, 16).toUpperCase(java.util.Locale.ROOT);
        StringBuilder text = new StringBuilder("U+");
        int least = Math.max(flags.precision, 4);
        out.room(least);
        for (int i = digits.length(); i < least; i++) {
            text.append('0');
        }
        text.append(digits);
        if (flags.sharp && value >= 0 && value <= Character.MAX_CODE_POINT && Quoting.printable((int) value)) {
            Bytes.append(text.append(" '"), (int) value);
            text.append('\'');
        }
        out.padded(text.toString(), flags, ' ');
    }

    /** A float by the verbs {@code e E f F g G b x X}, or {@code v} as {@code g}. */
    static void decimal(Output out, Flags flags, double value, char verb, int standard) {
        int precision = flags.precision >= 0 ? flags.precision : standard;
        out.room(precision);
        char form = verb == 'F' ? 'f' : verb == 'v' ? 'g' : verb;
        String number = Floats.format(value, form, precision, 64);
        char sign = number.charAt(0) == '-' ? '-' : '+';
        String size = number.charAt(0) == '-' || number.charAt(0) == '+' ? number.substring(1) : number;
        if (sign == '+' && flags.space && !flags.plus) {
            sign = ' ';
        }
        if (size.charAt(0) == 'I' || size.charAt(0) == 'N') {
            boolean bare = size.charAt(0) == 'N' && !flags.space && !flags.plus
                    || size.charAt(0) == 'I' && sign == '+' && !flags.plus && !flags.space;
            // Go keeps the sign of an infinity: it is printed as +Inf.
            out.padded(bare && size.charAt(0) == 'N' ? size : sign + size, flags, ' ');
            return;
        }
        if (flags.sharp && verb != 'b') {
            size = withPoint(size, verb, precision);
        }
        if (flags.plus || sign != '+') {
            if (flags.zeros() && flags.width > size.length() + 1) {
                out.append(sign);
                out.repeat('0', flags.width - size.length() - 1);
                out.append(size);
            } else {
                out.padded(sign + size, flags, flags.zeros() ? '0' : ' ');
            }
        } else {
            out.padded(size, flags, flags.zeros() ? '0' : ' ');
        }
    }

    /** The sharp flag: there is always a point, and {@code g} keeps its zeros. */
    private static String withPoint(String size, char verb, int precision) {
        int digits = "vgGx".indexOf(verb) >= 0 ? (precision < 0 ? 6 : precision) : 0;
        StringBuilder text = new StringBuilder();
        String tail = "";
        boolean point = false;
        boolean nonzero = false;
        for (int i = 0; i < size.length(); i++) {
            char c = size.charAt(i);
            boolean exponent = c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X';
            if (exponent) {
                tail = size.substring(i);
                break;
            }
            text.append(c);
            if (c == '.') {
                point = true;
            } else {
                nonzero |= c != '0';
                digits -= nonzero ? 1 : 0;
            }
        }
        if (!point) {
            digits -= text.length() == 1 && text.charAt(0) == '0' ? 1 : 0;
            text.append('.');
        }
        while (digits-- > 0) {
            text.append('0');
        }
        return text + tail;
    }
}
