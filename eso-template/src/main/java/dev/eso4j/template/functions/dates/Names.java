package dev.eso4j.template.functions.dates;

import java.util.List;

/** English names of months and weekdays. */
final class Names {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private Names() {}

    /** A month, from 1. */
    static String month(long number) {
        return MONTHS.get((int) number - 1);
    }

    /** A day of the week; Sunday is 0. */
    static String day(long number) {
        return DAYS.get((int) number);
    }

    static String shortened(String name) {
        return name.substring(0, 3);
    }
}
