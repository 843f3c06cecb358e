package dev.eso4j.template.format;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoComplex;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints values by a verb and its flags. */
final class Values {
    private final Output out;
    private final Flags flags;
    private final Budget budget;

    Values(Output out, Flags flags, Budget budget) {
        this.out = out;
        this.flags = flags;
        this.budget = budget;
    }

    /** An argument of a format; unlike a nil within a list it takes no part in padding rules of other verbs. */
    void argument(@Nullable Object value, int verb) {
        if (value != null && verb == 'T') {
            out.padded(cut(GoType.nameOf(value)), flags);
        } else if (value != null) {
            value(value, verb);
        } else if (verb == 'v' || verb == 'T') {
            out.padded("<nil>", flags);
        } else {
            bad(null, verb);
        }
    }

    private void element(@Nullable Object value, int verb, @Nullable GoType type) {
        budget.step();
        if (value == null) {
            out.append(flags.sharpV ? (type == null ? "interface {}" : type.name()) + "(nil)" : "<nil>");
        } else {
            value(value, verb);
        }
    }

    private void value(Object value, int verb) {
        if (value instanceof String text) {
            string(text, text, verb);
            return;
        } else if (verb == 'w') {
            // Only for errors that wrap others; of anything else, lists included, it is the wrong verb as a whole.
            bad(value, verb);
            return;
        }
        GoType type = GoType.of(value);
        Function<Object, String> said = type == null ? null : flags.sharpV ? type.goText() : type.text();
        if (said != null && flags.sharpV && verb == 'v') {
            out.padded(said.apply(value), flags);
        } else if (said != null && "vsxXq".indexOf(verb) >= 0) {
            String text = said.apply(value);
            string(text, text, verb);
        } else if (value instanceof Long number) {
            integer(value, number, true, verb);
        } else if (value instanceof Boolean bool) {
            if (verb == 't' || verb == 'v') {
                out.padded(bool.toString(), flags);
            } else {
                bad(value, verb);
            }
        } else if (value instanceof Double number) {
            decimal(value, number, verb);
        } else if (value instanceof GoInt number) {
            integer(value, number.value(), !number.type().kind().unsigned(), verb);
        } else if (value instanceof GoComplex number) {
            complex(number, verb);
        } else if (value instanceof GoList list) {
            list(list, verb);
        } else if (value instanceof GoMap map) {
            map(map, verb);
        } else if (value instanceof GoObject object) {
            struct(object, verb);
        }
    }

    private void bad(@Nullable Object value, int verb) {
        out.append("%!");
        StringBuilder c = new StringBuilder(4);
        Bytes.append(c, verb);
        out.append(c.append('(').toString());
        if (value == null) {
            out.append("<nil>");
        } else {
            out.append(GoType.nameOf(value));
            out.append('=');
            value(value, 'v');
        }
        out.append(')');
    }

    private void string(Object value, String text, int verb) {
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV) {
                    quoted(text);
                } else {
                    out.padded(cut(text), flags);
                }
            }
            case 's' -> out.padded(cut(text), flags);
            case 'q' -> quoted(text);
            case 'x', 'X' -> hex(text, (char) verb);
            default -> bad(value, verb);
        }
    }

    private String cut(String text) {
        if (flags.precision < 0 || flags.precision >= text.length()) {
            return text;
        }
        int end = 0;
        for (int n = 0; n < flags.precision && end < text.length(); n++) {
            end += Bytes.width(Bytes.rune(text, end));
        }
        return text.substring(0, end);
    }

    private void quoted(String whole) {
        String text = cut(whole);
        budget.room(Quoting.longest(text));
        boolean back = flags.sharp && Quoting.canBackquote(text);
        out.padded(back ? "`" + text + "`" : Quoting.quote(text, '"', flags.plus), flags);
    }

    private void hex(String text, char verb) {
        int length = flags.precision >= 0 ? Math.min(flags.precision, text.length()) : text.length();
        String digits = verb == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
        out.room(5 * length);
        StringBuilder hex = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            if (i > 0 && flags.space) {
                hex.append(' ');
            }
            if (flags.sharp && (i == 0 || flags.space)) {
                hex.append('0').append(verb);
            }
            hex.append(digits.charAt(text.charAt(i) >> 4)).append(digits.charAt(text.charAt(i) & 15));
        }
        out.padded(hex.toString(), flags);
    }

    private void integer(Object value, long number, boolean signed, int verb) {
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV && !signed) {
                    boolean sharp = flags.sharp;
                    flags.sharp = true;
                    Numbers.integer(out, flags, number, 16, false, 'v');
                    flags.sharp = sharp;
                } else {
                    Numbers.integer(out, flags, number, 10, signed, 'v');
                }
            }
            case 'd' -> Numbers.integer(out, flags, number, 10, signed, 'd');
            case 'b' -> Numbers.integer(out, flags, number, 2, signed, 'b');
            case 'o', 'O' -> Numbers.integer(out, flags, number, 8, signed, (char) verb);
            case 'x', 'X' -> Numbers.integer(out, flags, number, 16, signed, (char) verb);
            case 'c' -> {
                StringBuilder c = new StringBuilder(4);
                Bytes.append(c, point(number));
                out.padded(c.toString(), flags);
            }
            case 'q' -> out.padded(Quoting.character(point(number), flags.plus), flags);
            case 'U' -> Numbers.unicode(out, flags, number);
            default -> bad(value, verb);
        }
    }

    private static int point(long number) {
        boolean scalar = number >= 0 && number <= Character.MAX_CODE_POINT && (number < 0xD800 || number > 0xDFFF);
        return scalar ? (int) number : Bytes.INVALID;
    }

    private void decimal(Object value, double number, int verb) {
        switch (verb) {
            case 'v', 'g', 'G', 'b', 'x', 'X' -> Numbers.decimal(out, flags, number, (char) verb, -1);
            case 'e', 'E', 'f', 'F' -> Numbers.decimal(out, flags, number, (char) verb, 6);
            default -> bad(value, verb);
        }
    }

    private void complex(GoComplex number, int verb) {
        if ("vbgGxXfFeE".indexOf(verb) < 0) {
            bad(number, verb);
            return;
        }
        boolean plus = flags.plus;
        out.append('(');
        decimal(number, number.real(), verb);
        flags.plus = true;
        decimal(number, number.imaginary(), verb);
        out.append("i)");
        flags.plus = plus;
    }

    private void list(GoList list, int verb) {
        if (list.type().element() == GoType.UINT8 && "sqxX".indexOf(verb) >= 0) {
            StringBuilder bytes = new StringBuilder(list.size());
            for (int i = 0; i < list.size(); i++) {
                bytes.append((char) ((GoInt) java.util.Objects.requireNonNull(list.get(i))).value());
            }
            string(list, bytes.toString(), verb);
            return;
        }
        if (flags.sharpV) {
            out.append(list.type().name());
            if (list.isNil()) {
                out.append("(nil)");
                return;
            }
        }
        budget.enter();
        out.append(flags.sharpV ? '{' : '[');
        for (int i = 0; i < list.size(); i++) {
            separate(i);
            element(list.get(i), verb, list.type().element());
        }
        out.append(flags.sharpV ? '}' : ']');
        budget.leave();
    }

    private void map(GoMap map, int verb) {
        if (flags.sharpV) {
            out.append(map.type().name());
            if (map.isNil()) {
                out.append("(nil)");
                return;
            }
            out.append('{');
        } else {
            out.append("map[");
        }
        budget.enter();
        String[] keys = map.keys(budget);
        for (int i = 0; i < keys.length; i++) {
            separate(i);
            value(keys[i], verb);
            out.append(':');
            element(map.get(keys[i]), verb, map.type().element());
        }
        out.append(flags.sharpV ? '}' : ']');
        budget.leave();
    }

    private void struct(GoObject object, int verb) {
        GoType type = object.type();
        if (flags.sharpV) {
            out.append(type.name());
        }
        out.append('{');
        for (int i = 0; i < type.fields().size(); i++) {
            separate(i);
            if (flags.plusV || flags.sharpV) {
                out.append(type.fields().get(i));
                out.append(':');
            }
            element(object.field(i), verb, null);
        }
        out.append('}');
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(flags.sharpV ? ", " : " ");
        }
    }
}
