package dev.eso4j.core.fetch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.eso4j.api.RegexpSize;

/**
 * Replaces by RE2 expressions with the template rules of Go's regexp package: {@code $name} takes the longest run of
 * letters, digits and underscores, {@code $$} is a dollar sign, unknown groups are empty, and an empty match right after
 * another match does not count.
 */
final class GoRegexp {
    private GoRegexp() {}

    static Pattern compile(String field, String expression) {
        String size = RegexpSize.problem(expression);
        if (!size.isEmpty()) {
            throw new FetchException(field + " " + size);
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new FetchException(field + " is not a valid RE2 expression: " + e.getDescription());
        }
    }

    static String replaceAll(Pattern pattern, String input, String template, RewriteWork work) {
        RewriteWork.checkLength("a key", input);
        work.charge(RegexpSize.steps(pattern.pattern()) * (input.length() + 1));
        Matcher matcher = pattern.matcher(input);
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int search = 0;
        int lastEnd = -1;
        while (search <= input.length() && matcher.find(search)) {
            int start = matcher.start();
            int end = matcher.end();
            out.append(input, copied, start);
            copied = start;
            if (end > lastEnd || start == 0 && lastEnd < 0) {
                work.charge(16L * template.length() + 1);
                expand(matcher, template, out);
                RewriteWork.checkLength("a rewritten key", out);
            }
            lastEnd = end;
            copied = end;
            if (end > search) {
                search = end;
            } else {
                int step = search < input.length() ? Character.charCount(input.codePointAt(search)) : 1;
                search += step;
            }
        }
        if (copied < input.length()) {
            out.append(input, copied, input.length());
        }
        return out.toString();
    }

    private static void expand(Matcher matcher, String template, StringBuilder out) {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c != '$' || i + 1 == template.length()) {
                out.append(c);
                i++;
            } else if (template.charAt(i + 1) == '$') {
                out.append('$');
                i += 2;
            } else {
                i = group(matcher, template, i, out);
            }
        }
    }

    /** Appends the group named after the dollar sign at {@code dollar} and returns where the template goes on. */
    private static int group(Matcher matcher, String template, int dollar, StringBuilder out) {
        boolean braces = template.charAt(dollar + 1) == '{';
        int start = dollar + (braces ? 2 : 1);
        int end = start;
        while (end < template.length() && isNamePart(template.charAt(end))) {
            end++;
        }
        if (end == start || braces && (end == template.length() || template.charAt(end) != '}')) {
            out.append('$'); // Not a reference; Go leaves the dollar sign as it stands.
            return dollar + 1;
        }
        out.append(value(matcher, template.substring(start, end)));
        return braces ? end + 1 : end;
    }

    private static String value(Matcher matcher, String name) {
        String value = null;
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            boolean number = name.length() < 9 && (name.length() == 1 || name.charAt(0) != '0');
            if (number && Integer.parseInt(name) <= matcher.groupCount()) {
                value = matcher.group(Integer.parseInt(name));
            }
        } else if (matcher.pattern().namedGroups().containsKey(name)) {
            value = matcher.group(name);
        }
        return value == null ? "" : value;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
