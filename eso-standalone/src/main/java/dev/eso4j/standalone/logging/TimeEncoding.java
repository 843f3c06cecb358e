package dev.eso4j.standalone.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the time of a log line is written, by the names of zap. */
public enum TimeEncoding {
    /** Seconds with a fraction. */
    EPOCH,
    /** Milliseconds with a fraction. */
    MILLIS,
    /** Nanoseconds. */
    NANO,
    /** ISO 8601 with milliseconds. */
    ISO8601,
    /** RFC 3339 with seconds. */
    RFC3339,
    /** RFC 3339 with nanoseconds. */
    RFC3339NANO;

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Returns the encoding of this name; an unknown one is {@link #EPOCH}, as with zap. */
    public static TimeEncoding named(String name) {
        for (TimeEncoding encoding : values()) {
            if (encoding.name().equalsIgnoreCase(name)) {
                return encoding;
            }
        }
        return EPOCH;
    }

    /** Returns the time as a JSON value. */
    String json(Instant time) {
        return switch (this) {
            case EPOCH -> time.getEpochSecond() + "." + padded(time.getNano() / 1000, 6);
            case MILLIS -> time.toEpochMilli() + "." + padded(time.getNano() % 1_000_000, 6);
            case NANO -> time.getEpochSecond() + padded(time.getNano(), 9);
            case ISO8601 -> '"' + ISO.format(time) + '"';
            case RFC3339 -> '"' + SECONDS.format(time) + '"';
            case RFC3339NANO -> '"' + time.toString() + '"';
        };
    }

    /** A format string is parsed anew for each line, which takes longer than all the rest of the line. */
    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    /** Returns the time as text for people. */
    String text(Instant time) {
        return ISO.format(time);
    }
}
