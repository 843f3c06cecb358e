package dev.eso4j.template.functions.yaml;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that Go's YAML takes for times; they stay strings, and are quoted when written. */
final class YamlTimestamps {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?(?:Z|[-+](\\d{2}):(\\d{2}))"
            + "| (\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?)?");

    private YamlTimestamps() {}

    static boolean valid(String text) {
        if (text.length() < 8 || text.length() > 64 || text.charAt(4) != '-') {
            return false;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        int year = Integer.parseInt(matcher.group(1));
        return day <= LocalDate.of(year, month, 1).lengthOfMonth()
                && below(matcher, 4, 24)
                && below(matcher, 5, 60)
                && below(matcher, 6, 60)
                && below(matcher, 7, 25)
                && below(matcher, 8, 60)
                && below(matcher, 9, 24)
                && below(matcher, 10, 60)
                && below(matcher, 11, 60);
    }

    private static boolean below(Matcher matcher, int group, int bound) {
        return matcher.group(group) == null || Integer.parseInt(matcher.group(group)) < bound;
    }
}
