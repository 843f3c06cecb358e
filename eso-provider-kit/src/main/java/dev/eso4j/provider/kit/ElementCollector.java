package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/** Gathers what {@code #.path} and {@code #(…)} select from the elements of one array. */
final class ElementCollector {
    private final @Nullable ArrayQuery query;
    private final @Nullable JsonText rest;
    private final @Nullable JsonText pipe;
    private final PathBudget budget;
    private final @Nullable JsonTextBuilder all;
    private @Nullable JsonValue first;
    private boolean matched;

    ElementCollector(ArrayStep step, PathBudget budget) {
        this.query = step.query();
        this.budget = budget;
        this.all = query == null || query.all() ? new JsonTextBuilder(64).add('[') : null;
        JsonText path = step.rest();
        int split = path == null ? -1 : PipeSplit.at(path);
        this.rest = path == null || split < 0 ? path : path.slice(0, split);
        this.pipe = path == null || split < 0 ? null : path.slice(split + 1);
    }

    /** Returns the part of the path that goes on with the collected result; nothing goes on when nothing matched. */
    @Nullable
    JsonText pipe() {
        return query == null || matched ? pipe : null;
    }

    /** Takes the next element; returns whether no more are wanted. */
    boolean add(JsonValue element) {
        if (query != null && !selected(element, query)) {
            return false;
        }
        matched = true;
        JsonValue picked = rest == null ? element : PathEvaluator.get(element.rawText(), rest, budget);
        if (all == null) {
            first = picked;
            return true;
        }
        if (picked != null) {
            budget.charge(picked.rawText().length());
            if (all.length() > 1) {
                all.add(',');
            }
            all.add(picked.rawText());
        }
        return false;
    }

    private boolean selected(JsonValue element, ArrayQuery condition) {
        if (element.kind().container()) {
            return QueryTest.matches(condition, PathEvaluator.get(element.rawText(), condition.path(), budget));
        }
        return condition.path().isEmpty() && QueryTest.matches(condition, element);
    }

    @Nullable
    JsonValue result() {
        return all == null ? first : new JsonValue(JsonKind.ARRAY, all.add(']').build());
    }
}
