package dev.eso4j.template.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list: a window on an array that other lists may share, as a slice is in Go.
 *
 * <p>Elements have the type's element type, null being nil. Not thread-safe; it lives within one execution. {@code toString} tells
 * no element.
 */
public final class GoList {
    private static final @Nullable Object[] NONE = {};

    private final GoType type;
    private final @Nullable Object[] elements;
    private final int from;
    private final int size;
    private final boolean nil;

    private GoList(GoType type, @Nullable Object[] elements, int from, int size, boolean nil) {
        this.type = type;
        this.elements = elements;
        this.from = from;
        this.size = size;
        this.nil = nil;
    }

    /** The list over the given array, which the caller gives away. */
    public static GoList of(GoType type, @Nullable Object... elements) {
        return new GoList(type, elements, 0, elements.length, false);
    }

    /** The {@code []interface {}} with the given elements. */
    public static GoList of(List<? extends @Nullable Object> elements) {
        return of(GoType.LIST, elements);
    }

    public static GoList of(GoType type, List<? extends @Nullable Object> elements) {
        return of(type, elements.toArray());
    }

    /** The nil list: length 0, prints {@code []}, is {@code null} in JSON. */
    public static GoList nil(GoType type) {
        return new GoList(type, NONE, 0, 0, true);
    }

    public GoType type() {
        return type;
    }

    public boolean isNil() {
        return nil;
    }

    public int size() {
        return size;
    }

    public @Nullable Object get(int index) {
        return elements[from + checked(index)];
    }

    /** The elements {@code [low, high)} as a list over the same array. */
    public GoList slice(int low, int high) {
        if (low < 0 || high < low || high > size) {
            throw new IndexOutOfBoundsException("[" + low + ":" + high + "] of " + size);
        }
        return new GoList(type, elements, from + low, high - low, nil);
    }

    /** Sorts in place, visible in every list over the same array. */
    @SuppressWarnings("unchecked")
    public <T> void sort(Comparator<T> order) {
        Arrays.sort((T[]) elements, from, from + size, order);
    }

    /** The elements in an array of their own. */
    public @Nullable Object[] toArray() {
        return Arrays.copyOfRange(elements, from, from + size);
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return index;
    }

    @Override
    public String toString() {
        return type.name() + " of " + size;
    }
}
