package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/**
 * The condition of {@code #(path op value)} or {@code #(…)#}.
 *
 * @param path what is compared, inside the element; empty for the element itself
 * @param operator one of {@code = != < <= > >= % !%}, or empty for mere existence
 * @param value the right side without its quotes
 * @param all whether all matching elements are wanted, not only the first
 * @param end the position after the closing bracket
 */
record ArrayQuery(JsonText path, String operator, JsonText value, boolean all, int end) {
    private static final String[] OPERATORS = {"!=", "!%", "<=", ">=", "==", "<", ">", "=", "%"};

    /** Parses a component that starts with {@code #(} or {@code #[}; {@code null} if its brackets do not close. */
    static @Nullable ArrayQuery parse(JsonText text) {
        int operatorAt = 0;
        boolean escaped = false;
        int depth = 1;
        int i = 2;
        while (i < text.length()) {
            int c = text.at(i);
            if (depth == 1 && operatorAt == 0 && "!=<>%".indexOf(c) >= 0) {
                operatorAt = i;
            } else if (c == '\\') {
                i++;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
                if (depth == 0) {
                    break;
                }
            } else if (c == '"') {
                int end = JsonScan.afterString(text, i + 1);
                int last = Math.min(end, text.length());
                escaped |= text.slice(0, last).find('\\', i + 1) < last;
                i = end - 1;
            }
            i++;
        }
        if (depth > 0 || i >= text.length()) {
            return null;
        }
        boolean all = i + 1 < text.length() && text.at(i + 1) == '#';
        if (operatorAt == 0) {
            return new ArrayQuery(text.slice(2, i).trim(), "", JsonText.EMPTY, all, i + 1);
        }
        JsonText right = text.slice(operatorAt, i).trim();
        String written = operator(right);
        JsonText value = right.slice(written.length()).trim();
        if (value.length() >= 2 && value.startsWith('"') && value.endsWith('"')) {
            value = value.slice(1, value.length() - 1);
            value = escaped ? JsonStrings.unescape(value) : value;
        }
        String operator = written.equals("==") ? "=" : written;
        return new ArrayQuery(text.slice(2, operatorAt).trim(), operator, value, all, i + 1);
    }

    private static String operator(JsonText right) {
        for (String candidate : OPERATORS) {
            if (right.length() >= candidate.length()
                    && right.slice(0, candidate.length()).same(candidate)) {
                return candidate;
            }
        }
        return right.length() == 1 ? right.utf8() : "";
    }
}
