package dev.eso4j.template.functions.regex;

import dev.eso4j.template.format.Output;
import dev.eso4j.template.value.Bytes;

/** What comes in the place of a match, with {@code $1} and {@code ${name}} for its groups. */
final class Replacement {
    private final String template;

    Replacement(String template) {
        this.template = template;
    }

    void expand(Matches matches, Output into) {
        matches.charge(template.length());
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                break;
            }
            into.append(template, at, dollar);
            at = dollar + 1;
            if (template.startsWith("$", at)) {
                into.append('$');
                at++;
                continue;
            }
            boolean brace = template.startsWith("{", at);
            int start = brace ? at + 1 : at;
            int end = nameEnd(start);
            if (end == start || brace && !template.startsWith("}", end)) {
                into.append('$');
                continue;
            }
            group(matches, template.substring(start, end), into);
            at = brace ? end + 1 : end;
        }
        into.append(template, Math.min(at, template.length()), template.length());
    }

    /** The number that a name is, -1 if it is none that a group can have. */
    private static int number(String name) {
        if (name.length() > 8 || name.length() > 1 && name.charAt(0) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private int nameEnd(int start) {
        int end = start;
        while (end < template.length()) {
            char c = template.charAt(end);
            if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
                end++;
                continue;
            } else if (c < '0') {
                break;
            }
            long rune = Bytes.rune(template, end);
            int point = Bytes.codePoint(rune);
            if (point != '_' && !Character.isLetter(point) && !Character.isDigit(point)) {
                break;
            }
            end += Bytes.width(rune);
        }
        return end;
    }

    /** A number without leading zeros, or the first group of that name that took part; anything else is nothing. */
    private static void group(Matches matches, String name, Output into) {
        int number = number(name);
        if (number >= 0) {
            into.append(matches.group(number));
            return;
        }
        for (int i = 1; i < matches.regex().names().size(); i++) {
            if (name.equals(matches.regex().names().get(i)) && matches.has(i)) {
                into.append(matches.group(i));
                return;
            }
        }
    }
}
