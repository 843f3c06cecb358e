package dev.eso4j.template.format;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoType;
import org.jspecify.annotations.Nullable;

/** One run through a format. Mistakes in it are printed where they are, never thrown. */
final class Printf {
    private static final int TOO_LARGE = 1_000_000;
    private static final long NONE = Long.MIN_VALUE;

    private final Output out;
    private final Budget budget;
    private final String format;
    private final @Nullable Object[] arguments;

    private int position;
    private int argument;
    private boolean reordered;
    private boolean goodIndex;
    private boolean afterIndex;

    Printf(Output out, Budget budget, String format, @Nullable Object[] arguments) {
        this.out = out;
        this.budget = budget;
        this.format = format;
        this.arguments = arguments;
    }

    void run() {
        while (position < format.length()) {
            int percent = format.indexOf('%', position);
            if (percent < 0) {
                out.append(format.substring(position));
                break;
            }
            out.append(format.substring(position, percent));
            position = percent + 1;
            budget.step();
            directive();
        }
        if (!reordered && argument < arguments.length) {
            extra();
        }
    }

    private void directive() {
        goodIndex = true;
        afterIndex = false;
        Flags flags = flags();
        index();
        width(flags);
        precision(flags);
        if (!afterIndex) {
            index();
        }
        if (position >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        long rune = Bytes.rune(format, position);
        int verb = Bytes.codePoint(rune);
        position += Bytes.width(rune);
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            failed(verb, "(BADINDEX)");
        } else if (argument >= arguments.length) {
            failed(verb, "(MISSING)");
        } else {
            if (verb == 'v' || verb == 'w') {
                flags.verbV();
            }
            new Values(out, flags, budget).argument(arguments[argument++], verb);
        }
    }

    private void failed(int verb, String why) {
        StringBuilder text = new StringBuilder("%!");
        Bytes.append(text, verb);
        out.append(text.append(why).toString());
    }

    private Flags flags() {
        Flags flags = new Flags();
        for (; position < format.length(); position++) {
            switch (format.charAt(position)) {
                case '#' -> flags.sharp = true;
                case '0' -> flags.zero = true;
                case '+' -> flags.plus = true;
                case '-' -> flags.minus = true;
                case ' ' -> flags.space = true;
                default -> {
                    return flags;
                }
            }
        }
        return flags;
    }

    private void width(Flags flags) {
        if (at('*')) {
            position++;
            long width = fromArgument();
            if (width == NONE) {
                out.append("%!(BADWIDTH)");
            } else {
                flags.minus |= width < 0;
                flags.width = (int) Math.abs(width);
            }
            afterIndex = false;
            return;
        }
        long width = number();
        if (width != NONE) {
            flags.width = (int) width;
            goodIndex &= !afterIndex;
        }
    }

    private void precision(Flags flags) {
        if (!at('.') || position + 1 >= format.length()) {
            return;
        }
        position++;
        goodIndex &= !afterIndex;
        index();
        if (at('*')) {
            position++;
            long precision = fromArgument();
            if (precision == NONE || precision < 0) {
                out.append("%!(BADPREC)");
            } else {
                flags.precision = (int) precision;
            }
            afterIndex = false;
            return;
        }
        long precision = number();
        flags.precision = precision == NONE ? 0 : (int) precision;
    }

    private boolean at(char c) {
        return position < format.length() && format.charAt(position) == c;
    }

    /** An argument index in brackets, if there is one here. */
    private void index() {
        afterIndex = false;
        if (!at('[')) {
            return;
        }
        reordered = true;
        int start = position;
        int close = format.length() - start < 3 ? -1 : format.indexOf(']', start + 1);
        if (close < 0) {
            position = start + 1;
            goodIndex = false;
            return;
        }
        position = start + 1;
        long wanted = number(close);
        boolean complete = wanted != NONE && position == close;
        position = close + 1;
        if (complete && wanted >= 1 && wanted <= arguments.length) {
            argument = (int) wanted - 1;
            afterIndex = true;
        } else {
            goodIndex = false;
            afterIndex = complete;
        }
    }

    private long number() {
        return number(format.length());
    }

    /** A decimal number up to {@code end}; one that is far too large ends the format. */
    private long number(int end) {
        int start = position;
        long number = 0;
        while (position < end && format.charAt(position) >= '0' && format.charAt(position) <= '9') {
            if (number > TOO_LARGE) {
                position = end;
                return NONE;
            }
            number = number * 10 + format.charAt(position++) - '0';
        }
        return position > start ? number : NONE;
    }

    private long fromArgument() {
        if (argument >= arguments.length) {
            return NONE;
        }
        Object value = arguments[argument++];
        long number = value instanceof Long integer ? integer : value instanceof GoInt integer ? integer.value() : NONE;
        return number >= -TOO_LARGE && number <= TOO_LARGE ? number : NONE;
    }

    private void extra() {
        out.append("%!(EXTRA ");
        for (int i = argument; i < arguments.length; i++) {
            if (i > argument) {
                out.append(", ");
            }
            Object value = arguments[i];
            if (value == null) {
                out.append("<nil>");
            } else {
                out.append(GoType.nameOf(value));
                out.append('=');
                new Values(out, new Flags(), budget).argument(value, 'v');
            }
        }
        out.append(')');
    }
}
