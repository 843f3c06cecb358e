package dev.eso4j.template.functions.lists;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.numbers.Conversion;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** New lists out of old ones. */
final class Lists {
    private Lists() {}

    /** An argument that must be a list of whatever type. */
    static GoList argument(Call call, int index, String task) {
        if (call.any(index) instanceof GoList list) {
            return list;
        }
        if (call.any(index) == null) {
            throw new FunctionException("Cannot " + task + " nil, a list is needed");
        }
        throw new FunctionException(
                "Cannot " + task + " type " + GoType.kindOf(call.any(index)).goName());
    }

    /** Elements in a list of their own; the nil list if the old one is empty. */
    static GoList part(GoList list, int from, int to, Call call) {
        if (list.size() == 0) {
            return GoList.nil(GoType.LIST);
        }
        call.budget().elements(to - from);
        return GoList.of(GoType.LIST, list.slice(from, to).toArray());
    }

    static GoList appended(Call call) {
        GoList list = argument(call, 0, "push on");
        @Nullable Object[] elements = copied(list, 0, list.size() + 1, call.budget());
        elements[list.size()] = call.any(1);
        return GoList.of(GoType.LIST, elements);
    }

    static GoList prepended(Call call) {
        GoList list = argument(call, 0, "prepend on");
        @Nullable Object[] elements = copied(list, 1, list.size() + 1, call.budget());
        elements[0] = call.any(1);
        return GoList.of(GoType.LIST, elements);
    }

    static GoList concatenated(Call call) {
        long size = 0;
        for (int i = 0; i < call.size(); i++) {
            if (!(call.any(i) instanceof GoList list)) {
                throw new FunctionException(
                        "Cannot concat type " + GoType.kindOf(call.any(i)).goName() + " as list");
            }
            size += list.size();
        }
        if (size == 0) {
            return GoList.nil(GoType.LIST);
        }
        call.budget().elements(size);
        @Nullable Object[] elements = new Object[(int) size];
        int at = 0;
        for (int i = 0; i < call.size(); i++) {
            @Nullable Object[] part = call.list(i).toArray();
            System.arraycopy(part, 0, elements, at, part.length);
            at += part.length;
        }
        return GoList.of(GoType.LIST, elements);
    }

    static GoList reversed(Call call) {
        GoList list = argument(call, 0, "find reverse on");
        call.budget().elements(list.size());
        @Nullable Object[] elements = new Object[list.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = list.get(elements.length - 1 - i);
        }
        return GoList.of(GoType.LIST, elements);
    }

    /** A window of the same type on the same elements; nil if the list is empty, whatever the positions. */
    static @Nullable GoList slice(Call call) {
        if (!(call.any(0) instanceof GoList list)) {
            throw new FunctionException("list should be type of slice or array but "
                    + GoType.kindOf(call.any(0)).goName());
        }
        if (list.size() == 0) {
            return null;
        }
        long from = call.size() > 1 ? Conversion.toLong(call.any(1)) : 0;
        long to = call.size() > 2 ? Conversion.toLong(call.any(2)) : list.size();
        if (from < 0 || to < from || to > list.size()) {
            throw new FunctionException("slice index out of bounds of a list of " + list.size());
        }
        return list.slice((int) from, (int) to);
    }

    /** Lists of {@code size}, the last one shorter. What a negative size gives is sprig's arithmetic taken to its end. */
    static GoList chunks(Call call) {
        GoList list = argument(call, 1, "chunk");
        long size = call.integer(0);
        long count = size == 0 ? -1 : Math.floorDiv(list.size() - 1L, size) + 1;
        long last = size == 0 ? 0 : list.size() % size;
        last = last == 0 ? size : last;
        if (count < 0 || count > 0 && (last < 0 || count > 1 && size < 0)) {
            throw new FunctionException("the size of chunks must be at least 1");
        }
        call.budget().elements(list.size() + count);
        @Nullable Object[] chunks = new Object[(int) count];
        for (int i = 0; i < count; i++) {
            int from = (int) (i * size);
            int to = (int) (from + (i == count - 1 ? last : size));
            chunks[i] = GoList.of(GoType.LIST, list.slice(from, to).toArray());
        }
        return GoList.of(GoType.LISTS, chunks);
    }

    private static @Nullable Object[] copied(GoList list, int at, int size, Budget budget) {
        budget.elements(size);
        @Nullable Object[] elements = list.toArray();
        if (at == 0) {
            return Arrays.copyOf(elements, size);
        }
        @Nullable Object[] moved = new Object[size];
        System.arraycopy(elements, 0, moved, at, elements.length);
        return moved;
    }
}
