package dev.eso4j.template.functions.dates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** {@code time.Duration}: nanoseconds, written as hours, minutes and seconds. */
final class Durations {
    static final GoType TYPE = GoType.printing("time.Duration", Kind.INT64, value -> text(((GoInt) value).value()));

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    static GoInt of(long nanos) {
        return new GoInt(TYPE, nanos);
    }

    static String text(long nanos) {
        BigInteger size = BigInteger.valueOf(nanos).abs();
        if (size.signum() == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        if (size.bitLength() < 63 && size.longValueExact() < SECOND) {
            int scale = size.longValueExact() < 1_000 ? 0 : size.longValueExact() < 1_000_000 ? 3 : 6;
            String unit = scale == 0 ? "ns" : scale == 3 ? Bytes.encode("\u00b5s") : "ms";
            return sign + plain(size, scale) + unit;
        }
        BigInteger[] minutes = size.divideAndRemainder(BigInteger.valueOf(MINUTE));
        long all = minutes[0].longValueExact();
        String hours = all >= 60 ? all / 60 + "h" : "";
        return sign + hours + (all > 0 ? all % 60 + "m" : "") + plain(minutes[1], 9) + "s";
    }

    private static String plain(BigInteger value, int scale) {
        BigDecimal decimal = new BigDecimal(value, scale);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /**
     * The nanoseconds of a text such as {@code -1h30m} or {@code 1.5s}.
     *
     * @throws FunctionException if it is something else, or too much
     */
    static long parse(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (text.substring(at).equals("0")) {
            return 0;
        }
        BigInteger sum = BigInteger.ZERO;
        boolean any = false;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (text.charAt(end) == '.' || digit(text.charAt(end)))) {
                end++;
            }
            int unitEnd = end;
            while (unitEnd < text.length() && text.charAt(unitEnd) != '.' && !digit(text.charAt(unitEnd))) {
                unitEnd++;
            }
            sum = sum.add(part(text.substring(at, end), unit(text.substring(end, unitEnd))));
            any = true;
            at = unitEnd;
        }
        BigInteger nanos = negative ? sum.negate() : sum;
        if (!any || nanos.bitLength() > 63) {
            throw invalid();
        }
        return nanos.longValueExact();
    }

    private static BigInteger part(String number, long unit) {
        int point = number.indexOf('.');
        boolean digits = number.length() > (point >= 0 ? 1 : 0);
        if (!digits || number.length() > 1000 || point >= 0 && number.indexOf('.', point + 1) >= 0) {
            throw invalid();
        }
        return new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).toBigInteger();
    }

    private static long unit(String name) {
        return switch (Bytes.decode(name)) {
            case "ns" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> throw invalid();
        };
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static FunctionException invalid() {
        return new FunctionException("invalid duration: numbers with a unit of ns, us, ms, s, m or h are needed");
    }

    /** Only the largest unit of which there is more than one; the sign is dropped. */
    static String largest(long nanos) {
        BigInteger size = BigInteger.valueOf(nanos).abs();
        long[] units = {365 * DAY, 30 * DAY, DAY, HOUR, MINUTE, SECOND};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            BigInteger unit = BigInteger.valueOf(units[i]);
            if (size.compareTo(unit) > 0) {
                return size.divide(unit) + names[i];
            }
        }
        return "0s";
    }

    /** To the nearest multiple, halves away from zero; unchanged if that would be too much. */
    static long rounded(long nanos, long multiple) {
        if (multiple <= 0) {
            return nanos;
        }
        BigInteger unit = BigInteger.valueOf(multiple);
        BigInteger[] parts = BigInteger.valueOf(nanos).abs().divideAndRemainder(unit);
        boolean up = parts[1].shiftLeft(1).compareTo(unit) >= 0;
        BigInteger size = parts[0].add(up ? BigInteger.ONE : BigInteger.ZERO).multiply(unit);
        BigInteger result = nanos < 0 ? size.negate() : size;
        return result.bitLength() > 63 ? nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : result.longValueExact();
    }

    static long truncated(long nanos, long multiple) {
        return multiple <= 0 ? nanos : nanos - nanos % multiple;
    }

    static long size(long nanos) {
        return nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos);
    }

    /** In units, with a fraction. */
    static double in(long nanos, long unit) {
        return nanos / unit + (double) (nanos % unit) / unit;
    }
}
