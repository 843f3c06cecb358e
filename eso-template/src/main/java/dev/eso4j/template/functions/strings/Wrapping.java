package dev.eso4j.template.functions.strings;

import dev.eso4j.template.format.Output;
import dev.eso4j.template.limit.Budget;

/** Breaks texts into lines at spaces. */
final class Wrapping {
    private Wrapping() {}

    static String wrapped(String text, int column, String separator, boolean splitWords, Budget budget) {
        int width = Math.max(column, 1);
        String end = separator.isEmpty() ? "\n" : separator;
        Output result = new Output(budget);
        int at = 0;
        while (text.length() - at > width) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int space = at + width;
            while (space >= at && text.charAt(space) != ' ') {
                space--;
            }
            int next;
            if (space >= at) {
                next = space + 1;
            } else if (splitWords) {
                space = at + width;
                next = space;
            } else {
                space = text.indexOf(' ', at + width);
                next = space + 1;
            }
            if (space < 0) {
                break;
            }
            result.append(text.substring(at, space));
            result.append(end);
            at = next;
        }
        result.append(text.substring(at));
        return result.toString();
    }
}
