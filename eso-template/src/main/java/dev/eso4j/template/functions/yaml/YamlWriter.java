package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.format.Floats;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import org.jspecify.annotations.Nullable;

/** Writes values in block style: what JSON can hold, with integers kept apart from floats. */
public final class YamlWriter {
    /** Longer keys are no simple keys; in bytes. */
    private static final int LONGEST_KEY = 128;

    private final YamlColumn out;
    private final ScalarWriter scalars;
    private final Budget budget;

    private YamlWriter(Budget budget) {
        this.out = new YamlColumn(budget);
        this.scalars = new ScalarWriter(out);
        this.budget = budget;
    }

    /**
     * The YAML of a value, in bytes and without the last line feed.
     *
     * @throws FunctionException if it holds a character that cannot be in YAML
     */
    public static String write(@Nullable Object value, Budget budget) {
        YamlWriter writer = new YamlWriter(budget);
        writer.node(value, false);
        writer.out.line();
        String text = writer.out.toString();
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private void node(@Nullable Object value, boolean ofMapping) {
        budget.step();
        if (value instanceof GoMap map && map.size() > 0) {
            nested(false, () -> mapping(map));
        } else if (value instanceof GoList list && list.size() > 0) {
            nested(ofMapping && !out.indention(), () -> sequence(list));
        } else if (value instanceof GoMap) {
            out.indicator("{}", true, false);
        } else if (value instanceof GoList) {
            out.indicator("[]", true, false);
        } else if (value instanceof String text) {
            scalar(folded(readable(text)), false);
        } else {
            scalars.plain(plain(value));
        }
    }

    private void nested(boolean flush, Runnable content) {
        budget.enter();
        int before = out.indent();
        out.indent(before < 0 ? 0 : flush ? before : before + YamlColumn.STEP);
        content.run();
        out.indent(before);
        budget.leave();
    }

    private void sequence(GoList list) {
        for (int i = 0; i < list.size(); i++) {
            out.line();
            out.indicator("-", true, true);
            node(list.get(i), false);
        }
    }

    private void mapping(GoMap map) {
        String[] keys = map.keys(budget);
        budget.elements(2L * keys.length);
        for (String key : keys) {
            // They are sorted as arrays of characters.
            budget.allocate(4L * key.length());
        }
        NaturalOrder.sort(keys);
        for (String key : keys) {
            out.line();
            String text = readable(key);
            if (text.indexOf('\u0085') >= 0) {
                throw new FunctionException("yaml: a key breaks its line");
            }
            boolean simple = key.length() <= LONGEST_KEY && !YamlCharacters.any(text, YamlCharacters::lineBreak);
            if (simple) {
                scalar(text, true);
                out.indicator(":", false, false);
            } else {
                out.indicator("?", true, true);
                scalar(text, false);
                out.line();
                out.indicator(":", true, true);
            }
            node(map.get(key), true);
        }
    }

    private void scalar(String text, boolean key) {
        int before = out.indent();
        out.indent(before < 0 ? YamlColumn.STEP : before + YamlColumn.STEP);
        scalars.text(text, key);
        out.indent(before);
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof Double number) {
            return Floats.shortest(number);
        } else if (value instanceof GoInt number) {
            return Long.toUnsignedString(number.value());
        }
        return String.valueOf(value);
    }

    /** Upstream reads the JSON of the value as YAML, which refuses some characters. */
    private String readable(String bytes) {
        budget.allocate(bytes.length());
        budget.steps(bytes.length() / 4);
        String text = Bytes.decode(bytes);
        // Control characters are escaped in JSON, and pass.
        if (YamlCharacters.any(text, point -> point >= ' ' && YamlCharacters.refused(point))) {
            throw new FunctionException("yaml: control characters are not allowed");
        }
        return text;
    }

    /** And which takes the next-line character for a line break, to be folded. */
    private static String folded(String text) {
        if (text.indexOf('\u0085') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\u0085') {
                result.append(text.charAt(i));
                continue;
            }
            while (result.length() > 0 && result.charAt(result.length() - 1) == ' ') {
                result.setLength(result.length() - 1);
            }
            int breaks = 0;
            int next = i;
            while (next < text.length() && (text.charAt(next) == '\u0085' || text.charAt(next) == ' ')) {
                breaks += text.charAt(next++) == '\u0085' ? 1 : 0;
            }
            result.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
            i = next - 1;
        }
        return result.toString();
    }
}
