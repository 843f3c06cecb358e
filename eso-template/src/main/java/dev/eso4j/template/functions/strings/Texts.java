package dev.eso4j.template.functions.strings;

import dev.eso4j.template.format.Printer;
import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.functions.Call;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as texts, for one call. */
public final class Texts {
    private final Budget budget;
    private final Printer printer;

    public Texts(Call call) {
        budget = call.budget();
        printer = new Printer(budget);
    }

    /** A string as it is, bytes as a string, everything else as it prints; nil is {@code <nil>}. */
    public String of(@Nullable Object value) {
        if (value instanceof GoList list && list.type() == GoType.BYTES) {
            StringBuilder bytes = new StringBuilder(list.size());
            for (int i = 0; i < list.size(); i++) {
                bytes.append((char) ((GoInt) Objects.requireNonNull(list.get(i))).value());
            }
            return bytes.toString();
        }
        return printer.text(value);
    }

    /** The texts of a list's elements but nil; the list itself if it is one of strings; of another value a list of its text. */
    public GoList list(@Nullable Object value) {
        if (value == null) {
            return GoList.of(GoType.STRINGS);
        }
        if (!(value instanceof GoList list)) {
            return GoList.of(GoType.STRINGS, of(value));
        }
        if (list.type() == GoType.STRINGS) {
            return list;
        }
        budget.allocate((long) Splitting.PART * list.size());
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (element != null) {
                texts.add(of(element));
            }
        }
        return GoList.of(GoType.STRINGS, texts);
    }

    String quoted(@Nullable Object[] values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                String text = of(value);
                budget.room(Quoting.longest(text));
                texts.add(Quoting.quote(text));
            }
        }
        return joined(texts.toArray(), "", " ", "");
    }

    /** All values but nil. */
    String joined(@Nullable Object[] values, String before, String between, String after) {
        List<String> texts = new ArrayList<>();
        long length = before.length() + after.length();
        for (Object value : values) {
            if (value != null) {
                texts.add(printer.text(value));
                length += texts.get(texts.size() - 1).length() + (long) between.length();
            }
        }
        if (texts.isEmpty()) {
            return "";
        }
        budget.allocate(length);
        return before + String.join(between, texts) + after;
    }
}
