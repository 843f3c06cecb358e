package dev.eso4j.template.functions.reflection;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import org.jspecify.annotations.Nullable;

/** Equality of everything that values hold, types included: {@code 1}, {@code 1.0} and {@code int64 1} all differ. */
public final class DeepEquality {
    private final Budget budget;

    public DeepEquality(Budget budget) {
        this.budget = budget;
    }

    /** An object that is a pointer in Go: equal only to itself there, but deeply equal to one with the same content. */
    public interface Pointer extends GoObject {
        boolean sameContent(Object other);
    }

    public boolean equal(@Nullable Object a, @Nullable Object b) {
        budget.step();
        if (a == null || b == null) {
            return a == b;
        } else if (GoType.of(a) != GoType.of(b)) {
            return false;
        } else if (a instanceof String x && b instanceof String y) {
            budget.reading(x.length() == y.length() ? x.length() : 0);
            return x.equals(y);
        } else if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        } else if (a instanceof GoList x && b instanceof GoList y) {
            return x == y || lists(x, y);
        } else if (a instanceof GoMap x && b instanceof GoMap y) {
            return x == y || maps(x, y);
        } else if (a instanceof Pointer x) {
            return x.sameContent(b);
        }
        return a.equals(b);
    }

    private boolean lists(GoList a, GoList b) {
        if (a.isNil() != b.isNil() || a.size() != b.size()) {
            return false;
        }
        budget.enter();
        boolean equal = true;
        for (int i = 0; equal && i < a.size(); i++) {
            equal = equal(a.get(i), b.get(i));
        }
        budget.leave();
        return equal;
    }

    private boolean maps(GoMap a, GoMap b) {
        if (a.isNil() != b.isNil() || a.size() != b.size()) {
            return false;
        }
        budget.enter();
        boolean equal = true;
        for (String key : a.keys(budget)) {
            equal = equal && b.has(key) && equal(a.get(key), b.get(key));
        }
        budget.leave();
        return equal;
    }
}
