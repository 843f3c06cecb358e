package dev.eso4j.template.functions.json;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value, as strictly as Go does: objects become dicts, arrays lists, and every number a float. */
public final class JsonReader {
    private static final int DEEPEST = 10_000;

    /** What a value takes in a list or map, small as it may be. */
    private static final int VALUE = 64;

    private final JsonTokens tokens;
    private final Budget budget;
    private final Deque<Container> open = new ArrayDeque<>();
    private @Nullable Object result;

    /** A reader of a text, which is bytes. */
    public JsonReader(String text, Budget budget) {
        this(text, budget, false);
    }

    private JsonReader(String text, Budget budget, boolean exact) {
        this.tokens = new JsonTokens(text, exact);
        this.budget = budget;
        budget.steps(text.length() / 64);
        budget.allocate(text.length());
    }

    /** A reader that gives integers of 64 bits as they are, as a {@code Long} or an unsigned {@code GoInt}. */
    public static JsonReader exact(String text, Budget budget) {
        return new JsonReader(text, budget, true);
    }

    /** Whether a number was too large; it was read as nil then. */
    public boolean numberOutOfRange() {
        return tokens.numberOutOfRange();
    }

    /**
     * The value.
     *
     * @throws FunctionException if the text is not JSON; the message tells where
     */
    public @Nullable Object read() {
        Object value = readFirst();
        tokens.end();
        return value;
    }

    /**
     * The value, whatever follows it.
     *
     * @throws FunctionException if the text does not begin with JSON; the message tells where
     */
    public @Nullable Object readFirst() {
        while (true) {
            char c = tokens.peek();
            Object value;
            if (c == '{' || c == '[') {
                tokens.skip();
                open(c == '{');
                if (!tokens.skipIf(c == '{' ? '}' : ']')) {
                    name();
                    continue;
                }
                value = open.pop().value();
            } else {
                value = tokens.scalar();
            }
            if (closed(value)) {
                return result;
            }
        }
    }

    /** Puts a value where it belongs, and ends all containers that end behind it; true if that was the last. */
    private boolean closed(@Nullable Object first) {
        Object value = first;
        while (true) {
            Container container = open.peek();
            if (container == null) {
                result = value;
                return true;
            }
            budget.allocate(VALUE);
            budget.steps(2);
            container.add(value);
            if (tokens.skipIf(',')) {
                name();
                return false;
            }
            tokens.expect(container.map != null ? '}' : ']');
            value = open.pop().value();
        }
    }

    private void open(boolean map) {
        if (open.size() >= DEEPEST) {
            throw new FunctionException("json: nested deeper than " + DEEPEST);
        }
        open.push(new Container(map));
    }

    private void name() {
        Container container = open.element();
        if (container.map != null) {
            container.name = tokens.name();
        }
    }

    private static final class Container {
        private final @Nullable GoMap map;
        private final List<@Nullable Object> elements = new ArrayList<>();
        private String name = "";

        Container(boolean map) {
            this.map = map ? GoMap.dict() : null;
        }

        void add(@Nullable Object value) {
            if (map != null) {
                map.put(name, value);
            } else {
                elements.add(value);
            }
        }

        Object value() {
            return map != null ? map : GoList.of(elements);
        }
    }
}
