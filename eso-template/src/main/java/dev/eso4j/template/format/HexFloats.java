package dev.eso4j.template.format;

/** Floats by the bits of their mantissa, what the verbs {@code %b} and {@code %x} print. */
final class HexFloats {
    private HexFloats() {}

    /** {@code mantissa p exponent}, both decimal. */
    static String binary(double size) {
        long bits = Double.doubleToRawLongBits(size);
        int exponent = (int) (bits >>> 52);
        long mantissa = bits & (1L << 52) - 1;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        exponent -= 1075;
        return mantissa + "p" + (exponent >= 0 ? "+" : "") + exponent;
    }

    /** {@code 0x1.8p+01}; precision counts the digits behind the point, -1 for as many as needed. */
    static String hex(double size, char form, int precision) {
        long bits = Double.doubleToRawLongBits(size);
        int exponent = (int) (bits >>> 52);
        long mantissa = bits & (1L << 52) - 1;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        exponent -= 1023;
        if (mantissa == 0) {
            exponent = 0;
        }
        // One bit before the point, 60 behind it.
        mantissa <<= 8;
        while (mantissa != 0 && (mantissa & 1L << 60) == 0) {
            mantissa <<= 1;
            exponent--;
        }
        if (precision >= 0 && precision < 15) {
            int shift = precision * 4;
            long extra = mantissa << shift & (1L << 60) - 1;
            mantissa >>>= 60 - shift;
            if ((extra | mantissa & 1) > 1L << 59) {
                mantissa++;
            }
            mantissa <<= 60 - shift;
            if ((mantissa & 1L << 61) != 0) {
                mantissa >>>= 1;
                exponent++;
            }
        }
        String digits = form == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
        StringBuilder text = new StringBuilder("0").append(form).append((char) ('0' + (mantissa >>> 60 & 1)));
        mantissa <<= 4;
        if (precision < 0 ? mantissa != 0 : precision > 0) {
            text.append('.');
            for (int i = 0; precision < 0 ? mantissa != 0 : i < precision; i++) {
                text.append(digits.charAt((int) (mantissa >>> 60 & 15)));
                mantissa <<= 4;
            }
        }
        text.append(form == 'x' ? 'p' : 'P').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }
}
