package dev.eso4j.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says how large the program of a RE2 expression becomes, without compiling it.
 *
 * <p>RE2 promises time in proportion to the program, but a dozen characters of nested repetitions can ask for a program
 * of a billion steps, many parentheses for more stack than there is, and nine letters without regard to case for ever. Expressions come from strangers, so they are
 * measured first. Not thread-safe; {@link #problem} is.
 */
public final class RegexpSize {
    /** The most steps that a program may have. */
    public static final int MOST_STEPS = 2_000;

    /** The deepest that groups may be nested. */
    public static final int DEEPEST = 200;

    private static final int CLASS_STEPS = 20;
    private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[msU]*i");
    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\x\\{0*([0-9a-fA-F]{1,6})\\}");

    /** The steps of a group so far: all of its earlier parts, and the last one, which a repetition multiplies. */
    private static final class Group {
        long before;
        long last;
    }

    /** Nine letters that the matcher folds for ever, since they lead to others and none leads to them. */
    private static final int FIRST_UNFOLDABLE = 0x1c80;

    private static final int LAST_UNFOLDABLE = 0x1c88;

    private final String text;
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group();
    private int at;

    private RegexpSize(String text) {
        this.text = text;
    }

    /**
     * Returns what is wrong with the size of {@code expression}, as the end of a sentence that begins with its field, or
     * the empty text. Whether the expression is valid is not looked at.
     */
    public static String problem(String expression) {
        return new RegexpSize(expression).measured();
    }

    /** Returns about how many steps the program of an expression has in which there is no problem. */
    public static long steps(String expression) {
        RegexpSize size = new RegexpSize(expression);
        size.measured();
        return size.group.before + size.group.last + 1;
    }

    private String measured() {
        if (unfoldable(text)) {
            return "ignores case over characters for which that is not possible; leave (?i) out, or use a class without"
                    + " characters beyond U+1C7F";
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(' -> open();
                case ')' -> close();
                case '[' -> charClass();
                case '\\' -> escape();
                case '*', '+', '?' -> {
                    group.last++;
                    at++;
                }
                case '{' -> repetition();
                default -> atom(1, at + 1);
            }
            if (outer.size() > DEEPEST) {
                return "has groups nested deeper than " + DEEPEST + "; simplify it";
            }
            if (group.before + group.last > MOST_STEPS) {
                return "is too large: written out it has more than " + MOST_STEPS
                        + " steps; shorten it, or use smaller repetitions";
            }
        }
        return "";
    }

    /** Looks at single characters only, so that it refuses rather too much than too little. */
    private static boolean unfoldable(String text) {
        if (!IGNORES_CASE.matcher(text).find()) {
            return false;
        }
        boolean inClass = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '\\') {
                Matcher hex = HEXADECIMAL.matcher(text).region(i, text.length());
                boolean code = hex.lookingAt();
                c = code ? Integer.parseInt(hex.group(1), 16) : ' ';
                next = code ? hex.end() : Math.min(text.length(), i + 2);
            } else if (c == '[') {
                inClass = true;
            }
            // Where a class ends is not looked for: a bracket may stand for itself.
            if (c >= FIRST_UNFOLDABLE && (inClass || c <= LAST_UNFOLDABLE)) {
                return true;
            }
            i = next;
        }
        return false;
    }

    private void atom(long steps, int next) {
        group.before += group.last;
        group.last = steps;
        at = next;
    }

    private void open() {
        outer.push(group);
        group = new Group();
        at++;
        if (at < text.length() && text.charAt(at) == '?') {
            at++; // Of a name or of flags, not a repetition.
        }
    }

    private void close() {
        long inner = group.before + group.last + 2;
        group = outer.isEmpty() ? new Group() : outer.pop();
        atom(inner, at + 1);
    }

    private void charClass() {
        int i = at + 1;
        if (i < text.length() && text.charAt(i) == '^') {
            i++;
        }
        if (i < text.length() && text.charAt(i) == ']') {
            i++;
        }
        int named = 0;
        while (i < text.length() && text.charAt(i) != ']') {
            int end = text.startsWith("[:", i) ? text.indexOf(":]", i + 2) : -1;
            if (end > 0) {
                i = end + 2;
                named++;
            } else if (text.charAt(i) == '\\') {
                named += i + 1 < text.length() && "pP".indexOf(text.charAt(i + 1)) >= 0 ? 1 : 0;
                i += 2;
            } else {
                i++;
            }
        }
        atom(1 + (long) CLASS_STEPS * named, Math.min(text.length(), i + 1));
    }

    private void escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
        if (c == 'Q') {
            int end = text.indexOf("\\E", at + 2);
            int to = end < 0 ? text.length() : end;
            group.before += Math.max(0, to - at - 3);
            atom(1, Math.min(text.length(), to + 2));
            return;
        }
        boolean named = "pP".indexOf(c) >= 0;
        int end = at + (named ? 2 : 1);
        if (at + 2 < text.length() && text.charAt(at + 2) == '{' && (named || c == 'x')) {
            int brace = text.indexOf('}', at + 2);
            end = brace < 0 ? text.length() : brace;
        }
        atom(named ? CLASS_STEPS : 1, Math.min(text.length(), end + 1));
    }

    /** Braces that are no repetition stand for themselves. */
    private void repetition() {
        int i = at + 1;
        long count = 0;
        long most = 0;
        boolean digits = false;
        boolean range = false;
        while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9' || text.charAt(i) == ',')) {
            if (text.charAt(i) == ',') {
                range = true;
                count = 0;
            } else {
                digits = true;
                count = Math.min(MOST_STEPS, count * 10 + (text.charAt(i) - '0'));
                most = Math.max(most, count);
            }
            i++;
        }
        if (!digits || i == text.length() || text.charAt(i) != '}') {
            atom(1, at + 1);
            return;
        }
        group.last = (group.last + (range ? 1 : 0)) * Math.max(1, most) + 1;
        at = i + 1;
    }
}
