package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron schedule.
 *
 * @param values the values it allows
 * @param star whether it was written as an unrestricted {@code *} or {@code ?}
 */
record CronField(BitSet values, boolean star) {
    static CronField parse(String what, String text, int min, int max, List<String> names) {
        BitSet values = new BitSet(max + 1);
        boolean star = false;
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : number(what, part.substring(slash + 1), 1, Integer.MAX_VALUE, List.of());
            int from;
            int to;
            if (range.equals("*") || range.equals("?")) {
                from = min;
                to = max;
                star |= step == 1;
            } else {
                int dash = range.indexOf('-');
                from = number(what, dash < 0 ? range : range.substring(0, dash), min, max, names);
                to = dash < 0 ? slash < 0 ? from : max : number(what, range.substring(dash + 1), min, max, names);
            }
            if (from > to) {
                throw new IllegalArgumentException(what + " \"" + BoundedText.of(part, 60) + "\" begins after its end");
            }
            for (long value = from; value <= to; value += step) {
                values.set((int) value);
            }
        }
        return new CronField(values, star);
    }

    private static int number(String what, String text, int min, int max, List<String> names) {
        int byName = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (byName >= 0) {
            return byName + min;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(what + " \"" + BoundedText.of(text, 60) + "\" is not a number");
        }
        int value = Integer.parseInt(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " " + text + " is not between " + min + " and " + max);
        }
        return value;
    }
}
