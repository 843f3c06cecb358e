package dev.eso4j.template.functions.json;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.json.JsonWriter.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values to JSON and back; without {@code must} what cannot be written is empty, and what cannot be read is nil. */
public final class JsonFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "toJson",
                "mustToJson",
                "toPrettyJson",
                "mustToPrettyJson",
                "toRawJson",
                "mustToRawJson",
                "fromJson",
                "mustFromJson");
    }

    @Override
    public void define(Definitions into) {
        into.function("toJson", ANY).as(call -> orEmpty(call, Style.COMPACT));
        into.function("mustToJson", ANY).as(call -> JsonWriter.write(call.any(0), Style.COMPACT, call.budget()));
        into.function("toPrettyJson", ANY).as(call -> orEmpty(call, Style.PRETTY));
        into.function("mustToPrettyJson", ANY).as(call -> JsonWriter.write(call.any(0), Style.PRETTY, call.budget()));
        into.function("toRawJson", ANY)
                .alias("mustToRawJson")
                .as(call -> JsonWriter.write(call.any(0), Style.RAW, call.budget()));
        into.function("fromJson", STRING).slow().as(JsonFunctions::orNil);
        into.function("mustFromJson", STRING).slow().as(call -> {
            JsonReader reader = new JsonReader(call.string(0), call.budget());
            Object value = reader.read();
            if (reader.numberOutOfRange()) {
                throw new FunctionException("json: a number is out of the range of float64");
            }
            return value;
        });
    }

    private static String orEmpty(Call call, Style style) {
        try {
            return JsonWriter.write(call.any(0), style, call.budget());
        } catch (FunctionException e) {
            call.surroundings().warn("a value cannot be written as JSON, and the result is empty: " + e.getMessage());
            return "";
        }
    }

    private static @Nullable Object orNil(Call call) {
        try {
            return new JsonReader(call.string(0), call.budget()).read();
        } catch (FunctionException e) {
            call.surroundings().warn("a text is not JSON, and the result is nil: " + e.getMessage());
            return null;
        }
    }
}
