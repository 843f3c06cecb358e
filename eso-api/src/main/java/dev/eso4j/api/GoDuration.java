package dev.eso4j.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

/**
 * Durations as manifests write them, in the grammar of Go: an optional sign, then decimal numbers each with a unit out of
 * {@code ns us µs ms s m h}; {@code 0} alone is allowed; there are no days.
 */
public final class GoDuration {
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    /** More than any duration needs; each part costs, so a text must not have arbitrarily many. */
    private static final int LONGEST = 200;

    private GoDuration() {}

    /**
     * Returns the duration that {@code text} means.
     *
     * @param field the path of the field, for the message
     * @throws IllegalArgumentException if the text is no duration, or beyond 292 years
     */
    public static Duration parse(String field, String text) {
        long seconds = plainSeconds(text);
        return seconds >= 0 ? Duration.ofSeconds(seconds) : parseAny(field, text);
    }

    /**
     * Returns the seconds of a text such as {@code 1h30m} or {@code 3600s}, which nearly all durations of manifests are and
     * which is read at each sync; -1 for all others.
     */
    private static long plainSeconds(String text) {
        long seconds = 0;
        int digits = 0;
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                digits++;
                continue;
            }
            int unit = c == 'h' ? 3600 : c == 'm' ? 60 : c == 's' ? 1 : 0;
            if (unit == 0 || digits == 0 || digits > 6 || i + 1 < text.length() && text.charAt(i + 1) == 's') {
                return -1;
            }
            seconds += number * unit;
            number = 0;
            digits = 0;
        }
        return text.isEmpty() || text.length() > LONGEST || digits > 0 ? -1 : seconds;
    }

    private static Duration parseAny(String field, String text) {
        String rest = text;
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1);
        }
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        if (rest.isEmpty() || rest.length() > LONGEST) {
            throw invalid(field, text);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (at < rest.length()) {
            int unitStart = at;
            while (unitStart < rest.length() && isNumberPart(rest.charAt(unitStart))) {
                unitStart++;
            }
            int end = unitStart;
            while (end < rest.length() && !isNumberPart(rest.charAt(end))) {
                end++;
            }
            String number = rest.substring(at, unitStart);
            Long unit = UNITS.get(rest.substring(unitStart, end));
            if (unit == null || number.length() > 40 || !number.matches("\\d+\\.?\\d*|\\.\\d+")) {
                throw invalid(field, text);
            }
            nanos = nanos.add(new BigDecimal(number).multiply(BigDecimal.valueOf(unit)));
            at = end;
        }
        BigInteger whole = nanos.toBigInteger();
        if (whole.bitLength() > 63) {
            throw invalid(field, text);
        }
        Duration duration = Duration.ofNanos(whole.longValue());
        return negative ? duration.negated() : duration;
    }

    private static boolean isNumberPart(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static IllegalArgumentException invalid(String field, String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new IllegalArgumentException(field + ": \"" + shown
                + "\" is not a duration; write numbers with units ns, us, ms, s, m or h, for example 1h30m");
    }
}
