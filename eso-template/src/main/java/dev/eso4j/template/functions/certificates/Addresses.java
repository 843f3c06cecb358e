package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;

/** Addresses of IP as text, in the form of RFC 5952. */
final class Addresses {
    private Addresses() {}

    static String text(byte[] address) {
        if (address.length == 4) {
            return dotted(address, 0);
        } else if (address.length != 16) {
            throw new FunctionException("failed to parse certificate: an IP address has neither 4 nor 16 bytes");
        }
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
        }
        boolean mapped = groups[5] == 0xFFFF;
        for (int i = 0; i < 5; i++) {
            mapped &= groups[i] == 0;
        }
        return mapped ? dotted(address, 12) : groups(groups);
    }

    private static String dotted(byte[] address, int from) {
        return (address[from] & 0xFF) + "." + (address[from + 1] & 0xFF) + "." + (address[from + 2] & 0xFF) + "."
                + (address[from + 3] & 0xFF);
    }

    private static String groups(int[] groups) {
        int gap = -1;
        int gapLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gap = i;
                gapLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
            } else {
                text.append(text.length() == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
