package dev.eso4j.template.functions.urls;

/** Addresses of IPv6 in their text form. */
final class Ipv6 {
    private Ipv6() {}

    /** Whether this is one: up to eight groups, one run of them left out, the last two perhaps as IPv4. */
    static boolean valid(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before, false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /** The number of groups of 16 bits, -1 if they are none. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean ipv4 = last && i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            if (ipv4 ? !ipv4(parts[i]) : !hex(parts[i])) {
                return -1;
            }
            count += ipv4 ? 2 : 1;
        }
        return count;
    }

    private static boolean hex(String group) {
        return !group.isEmpty()
                && group.length() <= 4
                && group.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    private static boolean ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(part) > 255 || part.length() > 1 && part.startsWith("0")) {
                return false;
            }
        }
        return parts.length == 4;
    }
}
