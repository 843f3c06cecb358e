package dev.eso4j.template.functions.urls;

import dev.eso4j.template.functions.FunctionException;

/** Percent-encoding of the parts of a URL. */
final class Escapes {
    /** A part, with the characters beside letters, digits and {@code -_.~} that stand in it as they are. */
    enum Part {
        PATH("$&+,/:;=@"),
        USER("$&+,;="),
        HOST("!$&'()*+,;=:[]<>\""),
        ZONE("!$&'()*+,;=:[]<>\""),
        FRAGMENT("$&+,/:;=?@!()*");

        private final String plain;

        Part(String plain) {
            this.plain = plain;
        }

        private boolean escapes(char c) {
            boolean unreserved =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0;
            return !unreserved && plain.indexOf(c) < 0;
        }
    }

    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    static String escape(String text, Part part) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (part.escapes(c)) {
                escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String text, Part part) {
        boolean host = part == Part.HOST || part == Part.ZONE;
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                plain.append(escaped(text, i, part));
                i += 2;
            } else if (host && c < 0x80 && part.escapes(c)) {
                throw invalid("invalid character in host name");
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static char escaped(String text, int at, Part part) {
        int high = digit(text, at + 1);
        int low = digit(text, at + 2);
        char c = (char) (high << 4 | low);
        boolean percent = text.startsWith("%25", at);
        if (high < 0
                || low < 0
                || part == Part.HOST && high < 8 && !percent
                || part == Part.ZONE && !percent && c != ' ' && part.escapes(c)) {
            throw invalid("invalid URL escape");
        }
        return c;
    }

    private static int digit(String text, int at) {
        return at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
    }

    static FunctionException invalid(String reason) {
        return new FunctionException("unable to parse url: " + reason);
    }
}
