package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The kinds of steps. */
final class Segments {
    private Segments() {}

    /** One member or element. */
    record Select(Expression key) implements Segment {
        @Override
        public boolean many() {
            return false;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            evaluation.step();
            found.accept(Selection.of(from, key.evaluate(evaluation, from)));
        }
    }

    /** The value of an expression in which {@code @} is what was found so far. */
    record Script(Expression expression) implements Segment {
        @Override
        public boolean many() {
            return false;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            evaluation.step();
            found.accept(expression.evaluate(evaluation, from));
        }
    }

    /** What several steps find, one after the other. */
    record Union(List<Segment> selectors) implements Segment {
        @Override
        public boolean many() {
            return true;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            selectors.forEach(each -> Matches.of(evaluation, each, from, found));
        }
    }

    /** All members or elements. */
    record All() implements Segment {
        @Override
        public boolean many() {
            return true;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            for (JsonNode child : from) {
                evaluation.step();
                found.accept(child);
            }
        }
    }

    /** Those members or elements for which a condition holds. */
    record Filter(Expression condition) implements Segment {
        @Override
        public boolean many() {
            return true;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            for (JsonNode child : from) {
                evaluation.step();
                if (holds(evaluation, child)) {
                    found.accept(child);
                }
            }
        }

        /** What cannot be told is no match. */
        private boolean holds(Evaluation evaluation, JsonNode child) {
            try {
                return Operators.truth(condition.evaluate(evaluation, child));
            } catch (PathException e) {
                return Matches.notFound(e);
            }
        }
    }

    /** Elements at regular distances, as in RFC 9535. */
    record Slice(
            @Nullable Expression start,
            @Nullable Expression end,
            @Nullable Expression step) implements Segment {
        @Override
        public boolean many() {
            return true;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            if (!from.isArray()) {
                throw PathException.missing("a slice is taken of something that is not an array");
            }
            long size = from.size();
            long by = bound(evaluation, from, step, 1);
            if (by == 0) {
                throw PathException.missing("the step of a slice is 0");
            }
            long first = bound(evaluation, from, start, by > 0 ? 0 : size - 1);
            long last = end == null ? (by > 0 ? size : -1) : normal(bound(evaluation, from, end, 0), size);
            first = start == null ? first : normal(first, size);
            long lowest = by > 0 ? 0 : -1;
            long highest = by > 0 ? size : size - 1;
            first = Math.max(lowest, Math.min(first, highest));
            last = Math.max(lowest, Math.min(last, highest));
            for (long i = first; by > 0 ? i < last : i > last; i += by) {
                evaluation.step();
                found.accept(from.get((int) i));
            }
        }

        private static long normal(long index, long size) {
            return index < 0 ? index + size : index;
        }

        private static long bound(
                Evaluation evaluation, JsonNode from, @Nullable Expression expression, long otherwise) {
            if (expression == null) {
                return otherwise;
            }
            JsonNode value = expression.evaluate(evaluation, from);
            if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
                throw PathException.missing("a bound of a slice is not a whole number");
            }
            return value.intValue();
        }
    }

    /** A step from here, and from everything below. */
    record Descent(Segment then) implements Segment {
        @Override
        public boolean many() {
            return true;
        }

        @Override
        public void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found) {
            evaluation.step();
            Matches.of(evaluation, then, from, found);
            for (JsonNode child : from) {
                if (child.isContainerNode()) {
                    find(evaluation, child, found);
                }
            }
        }
    }
}
