package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;

/** The text that is being written, and where in its line it stands. */
final class YamlColumn {
    static final int STEP = 2;

    private final StringBuilder bytes = new StringBuilder();
    private final Budget budget;
    private int charged;
    private int column;
    private int indent = -1;
    private boolean blank = true;
    private boolean indention = true;

    YamlColumn(Budget budget) {
        this.budget = budget;
    }

    int column() {
        return column;
    }

    int indent() {
        return indent;
    }

    void indent(int indent) {
        this.indent = indent;
    }

    /** Whether nothing but indicators stand in this line. */
    boolean indention() {
        return indention;
    }

    void indention(boolean indention) {
        this.indention = indention;
    }

    void put(int point) {
        charge();
        Bytes.append(bytes, point);
        column++;
    }

    /** Ends the line with a line feed or another character that breaks lines. */
    void lineBreak(int point) {
        charge();
        Bytes.append(bytes, point);
        column = 0;
    }

    /** A new line, unless this one is still free up to the indent. */
    void line() {
        int wanted = Math.max(indent, 0);
        if (!indention || column > wanted || column == wanted && !blank) {
            lineBreak('\n');
        }
        while (column < wanted) {
            put(' ');
        }
        blank = true;
        indention = true;
    }

    void indicator(String text, boolean apart, boolean keepsIndention) {
        if (apart) {
            apart();
        }
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        blank = false;
        indention &= keepsIndention;
    }

    void apart() {
        if (!blank) {
            put(' ');
        }
    }

    void blank(boolean blank) {
        this.blank = blank;
    }

    private void charge() {
        if (bytes.length() + 4 > charged) {
            int next = Math.max(256, 2 * charged);
            budget.allocate(next - charged);
            charged = next;
        }
    }

    @Override
    public String toString() {
        return bytes.toString();
    }
}
