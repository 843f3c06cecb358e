package dev.eso4j.core.externalsecret;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads the times that a status has. Each sync reads some, and a general parser takes longer for one than all the rest. */
final class Timestamps {
    private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";

    private Timestamps() {}

    /** Returns the instant of a time by RFC 3339, for example {@code 2030-01-31T12:00:00Z}. */
    static Instant parse(String text) throws DateTimeParseException {
        if (!plain(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        try {
            if (hour < 24 && minute < 60 && second < 60) {
                long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                        .toEpochDay();
                return Instant.ofEpochSecond(day * 86_400 + hour * 3600L + minute * 60L + second);
            }
        } catch (DateTimeException e) {
            throw new DateTimeParseException(String.valueOf(e.getMessage()), text, 0, e);
        }
        throw new DateTimeParseException("there is no such time of day", text, 11);
    }

    private static boolean plain(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
