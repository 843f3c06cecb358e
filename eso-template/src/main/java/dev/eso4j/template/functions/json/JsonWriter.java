package dev.eso4j.template.functions.json;

import dev.eso4j.template.format.Floats;
import dev.eso4j.template.format.Output;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.limit.LimitExceededException;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; it keeps its own stack, since what can be read as deep as 10,000 levels can be written again. */
public final class JsonWriter {
    /** How it looks. */
    public enum Style {
        /** On one line, with {@code <}, {@code >} and {@code &} escaped. */
        COMPACT,
        /** The same, indented by two spaces for each level. */
        PRETTY,
        /** On one line, with nothing escaped that need not be. */
        RAW
    }

    private static final int DEEPEST = 10_000;

    private final Deque<Container> open = new ArrayDeque<>();
    private final Output json;
    private final Style style;
    private final Budget budget;

    private JsonWriter(Style style, Budget budget) {
        this.json = new Output(budget);
        this.style = style;
        this.budget = budget;
    }

    /**
     * The JSON of a value, in bytes.
     *
     * @throws FunctionException if JSON has no form for it: infinity, not a number, complex numbers
     */
    public static String write(@Nullable Object value, Style style, Budget budget) {
        JsonWriter writer = new JsonWriter(style, budget);
        writer.run(value);
        return writer.json.toString();
    }

    private void run(@Nullable Object root) {
        value(root);
        for (Container container = open.peek(); container != null; container = open.peek()) {
            boolean first = container.next == 0;
            if (container.next == container.size()) {
                open.pop();
                line();
                json.append(container.close());
            } else {
                json.append(first ? "" : ",");
                line();
                value(container.step());
            }
        }
    }

    private void line() {
        if (style == Style.PRETTY) {
            json.append("\n" + "  ".repeat(open.size()));
        }
    }

    private void value(@Nullable Object value) {
        budget.step();
        if (value == null) {
            json.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Boolean || value instanceof Long) {
            json.append(value.toString());
        } else if (value instanceof GoInt number) {
            json.append(
                    number.type().kind() == Kind.UINT64
                            ? Long.toUnsignedString(number.value())
                            : Long.toString(number.value()));
        } else if (value instanceof Double number) {
            decimal(number);
        } else if (value instanceof JsonText text) {
            string(text.jsonText());
        } else if (value instanceof GoList list) {
            list(list);
        } else if (value instanceof GoMap map) {
            map(map);
        } else if (value instanceof GoObject object) {
            open(new Container(object, object.type().fields().toArray(String[]::new)), '{');
        } else {
            throw new FunctionException("json: unsupported type: " + GoType.nameOf(value));
        }
    }

    private void list(GoList list) {
        if (list.isNil()) {
            json.append("null");
        } else if (list.type().element() == GoType.UINT8) {
            StringBuilder bytes = new StringBuilder(list.size());
            for (int i = 0; i < list.size(); i++) {
                bytes.append((char) ((GoInt) Objects.requireNonNull(list.get(i))).value());
            }
            string(Base64Text.encode(bytes.toString()));
        } else {
            open(new Container(list, null), '[');
        }
    }

    private void map(GoMap map) {
        if (map.isNil()) {
            json.append("null");
        } else {
            open(new Container(map, map.keys(budget)), '{');
        }
    }

    private void open(Container container, char bracket) {
        json.append(bracket);
        if (container.size() == 0) {
            json.append(container.close());
            return;
        }
        if (open.size() >= DEEPEST) {
            throw new LimitExceededException("values nested deeper than " + DEEPEST + ", or a value within itself");
        }
        open.push(container);
    }

    private void decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new FunctionException("json: unsupported value: " + Floats.shortest(value));
        }
        double size = Math.abs(value);
        boolean exponent = size != 0 && (size < 1e-6 || size >= 1e21);
        String text = Floats.format(value, exponent ? 'e' : 'f', -1, 64);
        int zero = text.length() - 2;
        json.append(
                exponent && text.startsWith("e-0", zero - 2)
                        ? text.substring(0, zero) + text.substring(zero + 1)
                        : text);
    }

    private void string(String text) {
        JsonString.append(json, text, style != Style.RAW);
    }

    /** A list, or a map or struct with the names of its entries, that is being written. */
    private final class Container {
        private final Object value;
        private final String @Nullable [] names;
        private int next;

        Container(Object value, String @Nullable [] names) {
            this.value = value;
            this.names = names;
        }

        int size() {
            return names != null ? names.length : ((GoList) value).size();
        }

        char close() {
            return names != null ? '}' : ']';
        }

        /** The next value; its name is written. */
        @Nullable
        Object step() {
            int at = next++;
            if (names == null) {
                return ((GoList) value).get(at);
            }
            string(names[at]);
            json.append(style == Style.PRETTY ? ": " : ":");
            return value instanceof GoMap map ? map.get(names[at]) : ((GoObject) value).field(at);
        }
    }
}
