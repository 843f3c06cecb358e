package dev.eso4j.template.functions.yaml;

/** Writes texts in the style that the emitter of Go's YAML chooses. */
final class ScalarWriter {
    private static final int WIDTH = 80;

    private final YamlColumn out;

    ScalarWriter(YamlColumn out) {
        this.out = out;
    }

    /** Writes a text; {@code key} if it may take one line only. */
    void text(String text, boolean key) {
        int[] points = text.codePoints().toArray();
        ScalarShape shape = new ScalarShape(points);
        boolean literal = text.indexOf('\n') >= 0;
        boolean quoted = key && shape.multiline() || !literal && YamlScalars.ambiguous(text);
        if (literal && !quoted && shape.block() && !key) {
            literal(points);
        } else if (literal || quoted) {
            doubleQuoted(points, !key);
        } else if (shape.plain()) {
            plain(points, !key);
        } else if (shape.singleQuoted()) {
            singleQuoted(points, !key);
        } else {
            doubleQuoted(points, !key);
        }
    }

    /** Writes what is no text. */
    void plain(String text) {
        plain(text.codePoints().toArray(), false);
    }

    private void plain(int[] points, boolean folds) {
        out.apart();
        folded(points, folds, 0, points.length, false);
        out.blank(false);
        out.indention(false);
    }

    private void singleQuoted(int[] points, boolean folds) {
        out.indicator("'", true, false);
        folded(points, folds, 1, points.length - 1, true);
        out.indicator("'", false, false);
        out.blank(false);
    }

    /** Folds at spaces between the two positions only. */
    private void folded(int[] points, boolean folds, int from, int to, boolean quoted) {
        boolean space = false;
        boolean broken = false;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == ' ') {
                boolean next = i + 1 < points.length && points[i + 1] == ' ';
                if (folds && !space && out.column() > WIDTH && i >= from && i < to && !next) {
                    out.line();
                } else {
                    out.put(point);
                }
                space = true;
            } else if (YamlCharacters.lineBreak(point)) {
                if (!broken && point == '\n') {
                    out.lineBreak('\n');
                }
                out.lineBreak(point);
                out.indention(true);
                broken = true;
            } else {
                if (broken) {
                    out.line();
                }
                if (quoted && point == '\'') {
                    out.put(point);
                }
                out.put(point);
                out.indention(false);
                space = false;
                broken = false;
            }
        }
    }

    private void doubleQuoted(int[] points, boolean folds) {
        out.indicator("\"", true, false);
        boolean space = false;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (!YamlCharacters.printable(point) || YamlCharacters.lineBreak(point) || point == '"' || point == '\\') {
                String escape = escape(point);
                for (int at = 0; at < escape.length(); at++) {
                    out.put(escape.charAt(at));
                }
                space = false;
            } else if (point == ' ') {
                if (folds && !space && out.column() > WIDTH && i > 0 && i < points.length - 1) {
                    out.line();
                    if (points[i + 1] == ' ') {
                        out.put('\\');
                    }
                } else {
                    out.put(point);
                }
                space = true;
            } else {
                out.put(point);
                space = false;
            }
        }
        out.indicator("\"", false, false);
    }

    private static String escape(int point) {
        int simple = "\0\7\b\t\n\13\f\r\33\"\\\u0085\u00a0\u2028\u2029".indexOf(point);
        if (simple >= 0) {
            return "\\" + "0abtnvfre\"\\N_LP".charAt(simple);
        }
        int digits = point <= 0xFF ? 2 : point <= 0xFFFF ? 4 : 8;
        StringBuilder escape = new StringBuilder(10).append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            escape.append("0123456789ABCDEF".charAt(point >>> shift & 15));
        }
        return escape.toString();
    }

    private void literal(int[] points) {
        int last = points.length - 1;
        boolean hint = points[0] == ' ' || YamlCharacters.lineBreak(points[0]);
        String chomp = !YamlCharacters.lineBreak(points[last])
                ? "-"
                : last == 0 || YamlCharacters.lineBreak(points[last - 1]) ? "+" : "";
        out.indicator("|" + (hint ? YamlColumn.STEP : "") + chomp, true, false);
        out.lineBreak('\n');
        out.indention(true);
        out.blank(true);
        boolean broken = true;
        for (int point : points) {
            if (YamlCharacters.lineBreak(point)) {
                out.lineBreak(point);
                out.indention(true);
                broken = true;
            } else {
                if (broken) {
                    out.line();
                }
                out.put(point);
                out.indention(false);
                broken = false;
            }
        }
    }
}
