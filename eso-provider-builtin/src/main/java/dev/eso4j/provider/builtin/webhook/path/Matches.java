package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Consumer;

/** A path: where it begins, and its steps. */
record Matches(Expression start, List<Segment> segments) implements Expression {
    @Override
    public JsonNode evaluate(Evaluation evaluation, JsonNode current) {
        if (segments.stream().noneMatch(Segment::many)) {
            JsonNode[] at = {start.evaluate(evaluation, current)};
            for (Segment segment : segments) {
                segment.find(evaluation, at[0], found -> at[0] = found);
            }
            return at[0];
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        try {
            walk(evaluation, start.evaluate(evaluation, current), 0, all::add);
        } catch (PathException e) {
            notFound(e);
        }
        return all;
    }

    /** Returns the path without its last step. */
    Expression parent() {
        List<Segment> most = segments.subList(0, segments.size() - 1);
        return most.isEmpty() ? start : new Matches(start, most);
    }

    private void walk(Evaluation evaluation, JsonNode from, int at, Consumer<JsonNode> found) {
        if (at == segments.size()) {
            found.accept(from);
            return;
        }
        of(evaluation, segments.get(at), from, next -> walk(evaluation, next, at + 1, found));
    }

    /** Takes a step where many values are possible, so that one which leads nowhere is no error. */
    static void of(Evaluation evaluation, Segment segment, JsonNode from, Consumer<JsonNode> found) {
        try {
            segment.find(evaluation, from, found);
        } catch (PathException e) {
            notFound(e);
        }
    }

    /** Returns {@code false}: what is missing is no match. A search that costs too much ends as a whole. */
    static boolean notFound(PathException e) {
        if (e.reason() != PathException.Reason.MISSING) {
            throw e;
        }
        return false;
    }
}
