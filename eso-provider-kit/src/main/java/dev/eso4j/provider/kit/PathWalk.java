package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/**
 * Follows the components of one path through one document, in document order, once.
 *
 * <p>Where several members match a component, the first that leads to the end of the path wins.
 */
final class PathWalk {
    private final JsonText doc;
    private final PathBudget budget;
    private @Nullable JsonValue found;
    private @Nullable JsonText pipe;
    private int at;
    private boolean broken;

    private PathWalk(JsonText doc, PathBudget budget) {
        this.doc = doc;
        this.budget = budget;
    }

    static @Nullable JsonValue get(JsonText doc, JsonText path, PathBudget budget) {
        PathWalk walk = new PathWalk(doc, budget);
        if (path.length() >= 2 && path.at(0) == '.' && path.at(1) == '.') {
            walk.array(path.slice(2));
        } else {
            walk.start(path);
        }
        JsonValue found = walk.found;
        if (walk.pipe == null) {
            return found;
        }
        return PathEvaluator.get(found == null ? JsonText.EMPTY : found.rawText(), walk.pipe, budget);
    }

    private void start(JsonText path) {
        while (at < doc.length()) {
            int c = doc.at(at++);
            if (c == '{') {
                object(path);
                return;
            }
            if (c == '[') {
                array(path);
                return;
            }
        }
    }

    /** Searches the object whose first member is here; leaves after it. Returns whether the search is over. */
    private boolean object(JsonText path) {
        budget.enter();
        ObjectStep step = ObjectStep.parse(path);
        if (step.pipe() != null) {
            pipe = step.pipe();
        }
        boolean over = false;
        while (!over && name()) {
            int begin = at;
            int end = JsonScan.afterString(doc, begin);
            if (end > doc.length()) {
                at = doc.length();
                broken = true;
                break;
            }
            at = end;
            boolean match = step.matches(doc.slice(begin, end - 1));
            JsonKind kind = valueAfterName();
            if (kind == null) {
                break;
            }
            over = value(kind, match, step.rest());
        }
        budget.leave();
        return over;
    }

    /** Moves behind the quote that begins a name; returns whether there is one before the object ends. */
    private boolean name() {
        while (at < doc.length()) {
            int c = doc.at(at++);
            if (c == '"') {
                return true;
            }
            if (c == '}') {
                return false;
            }
        }
        return false;
    }

    private @Nullable JsonKind valueAfterName() {
        while (at < doc.length()) {
            JsonKind kind = JsonScan.kindAt(doc, at);
            if (kind != null) {
                return whole(kind);
            }
            at++;
        }
        return null;
    }

    /** Gives up at a string that does not end: what follows it is not what it seems. */
    private @Nullable JsonKind whole(JsonKind kind) {
        if (kind == JsonKind.STRING && JsonScan.afterString(doc, at + 1) > doc.length()) {
            at = doc.length();
            broken = true;
            return null;
        }
        return kind;
    }

    /** Goes through the value here, or past it; returns whether the search is over. */
    private boolean value(JsonKind kind, boolean match, @Nullable JsonText rest) {
        if (match && rest != null && kind.container()) {
            at++;
            return kind == JsonKind.OBJECT ? object(rest) : array(rest);
        }
        int begin = at;
        at = JsonScan.end(doc, kind, begin);
        if (match && rest == null) {
            found = new JsonValue(kind, doc.slice(begin, at));
            return true;
        }
        return false;
    }

    private boolean array(JsonText path) {
        budget.enter();
        ArrayStep step = ArrayStep.parse(path);
        if (step.pipe() != null) {
            pipe = step.pipe();
        }
        boolean over = elements(step);
        budget.leave();
        return over;
    }

    private boolean elements(ArrayStep step) {
        ElementCollector collector = step.form() == ArrayStep.Form.EACH || step.form() == ArrayStep.Form.QUERY
                ? new ElementCollector(step, budget)
                : null;
        long count = 0;
        for (JsonKind kind = element(); kind != null; kind = element()) {
            if (collector == null) {
                if (value(kind, step.form() == ArrayStep.Form.INDEX && count == step.index(), step.rest())) {
                    return true;
                }
            } else {
                int begin = at;
                at = JsonScan.end(doc, kind, begin);
                if (collector.add(new JsonValue(kind, doc.slice(begin, at)))) {
                    collected(collector);
                    return true;
                }
            }
            count++;
        }
        if (broken) {
            return false;
        }
        if (step.form() == ArrayStep.Form.COUNT) {
            found = new JsonValue(JsonKind.NUMBER, JsonText.of(Long.toString(count)));
            return true;
        }
        if (collector != null && (found == null || step.form() == ArrayStep.Form.EACH)) {
            collected(collector);
        }
        return step.form() == ArrayStep.Form.EACH;
    }

    private void collected(ElementCollector collector) {
        found = collector.result();
        if (collector.pipe() != null) {
            pipe = collector.pipe();
        }
    }

    /** Moves to the next element, or behind the end of the array. */
    private @Nullable JsonKind element() {
        while (at < doc.length()) {
            JsonKind kind = JsonScan.kindAt(doc, at);
            if (kind != null) {
                return whole(kind);
            }
            if (doc.at(at++) == ']') {
                return null;
            }
        }
        return null;
    }
}
