package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;

/** Cutting, trimming, padding and searching of texts. */
public final class StringFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("hello", "repeat", "trunc");
    }

    @Override
    public void define(Definitions into) {
        into.function("hello").as(call -> "Hello!");
        into.function("repeat", INT, STRING).as(StringFunctions::repeat);
        into.function("trunc", INT, STRING).as(call -> truncated(call.size(0), call.string(1)));
    }

    private static String repeat(Call call) {
        long count = call.integer(0);
        String text = call.string(1);
        if (count < 0) {
            throw new FunctionException("negative repeat count");
        }
        // The product of two ints cannot overflow a long; a larger count is refused whatever the text.
        call.budget().allocate(Math.min(count, Integer.MAX_VALUE) * text.length());
        return text.repeat(text.isEmpty() ? 0 : (int) count);
    }

    private static String truncated(int count, String text) {
        if (count >= 0) {
            return text.substring(0, Math.min(count, text.length()));
        }
        return text.length() + (long) count > 0 ? text.substring(text.length() + count) : text;
    }
}
