package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads paths and the expressions in them. Not thread-safe. */
final class PathParser {
    private static final int DEEPEST = 64;

    private final PathText text;
    private int depth;

    private PathParser(PathText text) {
        this.text = text;
    }

    static Expression parse(String source) {
        PathParser parser = new PathParser(new PathText(source));
        Expression expression = parser.or();
        parser.text.blanks();
        if (!parser.text.atEnd()) {
            throw parser.text.error("something that does not belong there");
        }
        return expression;
    }

    private Expression or() {
        enter();
        Expression left = and();
        while (text.operator("||")) {
            Expression first = left;
            Expression second = and();
            left = (e, at) -> BooleanNode.valueOf(
                    Operators.truth(first.evaluate(e, at)) || Operators.truth(second.evaluate(e, at)));
        }
        depth--;
        return left;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw text.error("something nested more than " + DEEPEST + " deep");
        }
    }

    private Expression and() {
        Expression left = comparison();
        while (text.operator("&&")) {
            Expression first = left;
            Expression second = comparison();
            left = (e, at) -> BooleanNode.valueOf(
                    Operators.truth(first.evaluate(e, at)) && Operators.truth(second.evaluate(e, at)));
        }
        return left;
    }

    private Expression comparison() {
        Expression left = unary();
        if (text.operator("==")) {
            Expression right = unary();
            return (e, at) -> Operators.equal(e, left.evaluate(e, at), right.evaluate(e, at), true);
        } else if (text.operator("!=")) {
            Expression right = unary();
            return (e, at) -> Operators.equal(e, left.evaluate(e, at), right.evaluate(e, at), false);
        }
        boolean orEqual = false;
        int sign;
        if (text.operator("<=")) {
            orEqual = true;
            sign = -1;
        } else if (text.operator(">=")) {
            orEqual = true;
            sign = 1;
        } else if (text.operator("<")) {
            sign = -1;
        } else if (text.operator(">")) {
            sign = 1;
        } else {
            return left;
        }
        Expression right = unary();
        boolean equalToo = orEqual;
        return (e, at) -> {
            int order = Integer.signum(Operators.compare(left.evaluate(e, at), right.evaluate(e, at)));
            return BooleanNode.valueOf(order == sign || (equalToo && order == 0));
        };
    }

    private Expression unary() {
        text.blanks();
        if (text.accept('-')) {
            Expression value = nested();
            return (e, at) -> Operators.negative(value.evaluate(e, at));
        }
        if (text.peek() == '!' && !text.startsWith("!=")) {
            text.next();
            Expression value = nested();
            return (e, at) -> BooleanNode.valueOf(!present(e, at, value));
        }
        return primary();
    }

    private Expression nested() {
        enter();
        Expression value = unary();
        depth--;
        return value;
    }

    /** Of what is negated, absence counts as false. */
    private static boolean present(Evaluation evaluation, JsonNode at, Expression value) {
        try {
            return Operators.truth(value.evaluate(evaluation, at));
        } catch (PathException e) {
            return Matches.notFound(e);
        }
    }

    private Expression primary() {
        text.blanks();
        char c = text.peek();
        if (c == '(') {
            text.next();
            Expression inner = or();
            text.expect(')');
            return segments(inner);
        } else if (c == '"' || c == '\'' || c == '`') {
            return constant(TextNode.valueOf(text.quoted()));
        } else if (c >= '0' && c <= '9') {
            return constant(text.number());
        } else if (c == '$') {
            text.next();
            return segments((e, at) -> e.root());
        } else if (c == '@') {
            text.next();
            return segments((e, at) -> at);
        }
        String name = text.name();
        return switch (name) {
            case "true" -> constant(BooleanNode.TRUE);
            case "false" -> constant(BooleanNode.FALSE);
            case "null", "nil" -> constant(NullNode.getInstance());
            default -> variable(name);
        };
    }

    private static Expression constant(JsonNode value) {
        return (e, at) -> value;
    }

    /** A path without {@code $}: as in the language that paths come from, its last name may be absent. */
    private Expression variable(String name) {
        Expression found = segments((e, at) -> Selection.of(e.root(), TextNode.valueOf(name)));
        return (e, at) -> {
            try {
                return found.evaluate(e, at);
            } catch (PathException failure) {
                Matches.notFound(failure);
                Expression parent = found instanceof Matches path ? path.parent() : null;
                if (parent == null || parent.evaluate(e, at).isObject()) {
                    return NullNode.getInstance();
                }
                throw failure;
            }
        };
    }

    private Expression segments(Expression start) {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            Segment next = segment();
            if (next == null) {
                return segments.isEmpty() ? start : new Matches(start, List.copyOf(segments));
            }
            segments.add(next);
        }
    }

    private @Nullable Segment segment() {
        if (text.startsWith("..")) {
            text.next();
            text.next();
            return new Segments.Descent(text.peek() == '[' ? bracket() : named());
        } else if (text.peek() == '.') {
            text.next();
            return named();
        } else if (text.peek() == '[') {
            return bracket();
        } else if (text.peek() == '(') {
            text.next();
            Expression script = or();
            text.expect(')');
            return new Segments.Script(script);
        }
        return null;
    }

    private Segment named() {
        if (text.peek() == '*') {
            text.next();
            return new Segments.All();
        }
        return new Segments.Select(constant(TextNode.valueOf(text.name())));
    }

    private Segment bracket() {
        text.next();
        text.blanks();
        List<Segment> selectors = new ArrayList<>();
        do {
            selectors.add(selector());
            text.blanks();
        } while (text.accept(','));
        text.expect(']');
        return selectors.size() == 1 ? selectors.get(0) : new Segments.Union(List.copyOf(selectors));
    }

    private Segment selector() {
        text.blanks();
        if (text.accept('*')) {
            return new Segments.All();
        } else if (text.accept('?')) {
            return new Segments.Filter(or());
        }
        Expression first = text.peek() == ':' ? null : or();
        text.blanks();
        if (!text.accept(':')) {
            if (first == null) {
                throw text.error("an empty selector");
            }
            return new Segments.Select(first);
        }
        Expression end = bound();
        Expression step = text.accept(':') ? bound() : null;
        return new Segments.Slice(first, end, step);
    }

    private @Nullable Expression bound() {
        text.blanks();
        Expression bound = text.peek() == ':' || text.peek() == ']' || text.peek() == ',' ? null : or();
        text.blanks();
        return bound;
    }
}
