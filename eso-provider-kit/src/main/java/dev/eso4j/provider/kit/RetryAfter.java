package dev.eso4j.provider.kit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a point in time. */
final class RetryAfter {
    private static final Duration MAX = Duration.ofHours(1);

    private RetryAfter() {}

    /** Returns how long to wait, at most an hour; {@code null} if the header says nothing that can be understood. */
    static @Nullable Duration parse(String header, Instant now) {
        String text = header.trim();
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant until = instant(text);
        return until == null ? null : bounded(Duration.between(now, until));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
        } catch (DateTimeException e) {
            // A header that is not to be understood is advice not given, which the caller sees as null.
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
