package dev.eso4j.template.value;

/**
 * An integer of any type but {@code int}, which is a {@link Long}: {@code int64}, unsigned ones, durations, months.
 *
 * @param type the exact type; its kind is an integer kind
 * @param value the number; the bits of it where an unsigned 64-bit number exceeds {@link Long#MAX_VALUE}
 */
public record GoInt(GoType type, long value) {
    public static GoInt int64(long value) {
        return new GoInt(GoType.INT64, value);
    }

    public static GoInt uint8(long value) {
        return new GoInt(GoType.UINT8, value & 0xff);
    }

    public static GoInt uint32(long value) {
        return new GoInt(GoType.UINT32, value & 0xffffffffL);
    }

    public static GoInt uint64(long bits) {
        return new GoInt(GoType.UINT64, bits);
    }

    @Override
    public String toString() {
        return type.name();
    }
}
