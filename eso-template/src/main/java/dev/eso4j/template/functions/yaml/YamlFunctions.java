package dev.eso4j.template.functions.yaml;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.json.JsonReader;
import dev.eso4j.template.functions.json.JsonWriter;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values to YAML and back; what cannot be written is empty, and what cannot be read is a dict with an {@code Error}. */
public final class YamlFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("toYaml", "fromYaml");
    }

    @Override
    public void define(Definitions into) {
        into.function("toYaml", ANY).as(YamlFunctions::written);
        into.function("fromYaml", STRING).as(YamlFunctions::read);
    }

    private static String written(Call call) {
        try {
            String json = JsonWriter.write(call.any(0), JsonWriter.Style.COMPACT, call.budget());
            return YamlWriter.write(JsonReader.exact(json, call.budget()).read(), call.budget());
        } catch (FunctionException e) {
            call.surroundings().warn("a value cannot be written as YAML, and the result is empty: " + e.getMessage());
            return "";
        }
    }

    private static GoMap read(Call call) {
        try {
            Object value = YamlReader.read(call.string(0), call.budget());
            if (value == null) {
                return GoMap.dict();
            } else if (value instanceof GoMap map) {
                return (GoMap) floats(map, call.budget());
            }
            throw new FunctionException("yaml: the document is not a mapping");
        } catch (FunctionException e) {
            call.surroundings()
                    .warn("a text is not a mapping in YAML, and the result has an Error instead: " + e.getMessage());
            return GoMap.dict().put("Error", Bytes.encode(e.getMessage() == null ? "yaml" : e.getMessage()));
        }
    }

    /** Upstream goes through JSON, where every number is a float. */
    private static Object floats(Object value, Budget budget) {
        if (value instanceof Long number) {
            return number.doubleValue();
        } else if (value instanceof GoInt number) {
            return Double.parseDouble(Long.toUnsignedString(number.value()));
        } else if (value instanceof GoMap map) {
            for (String key : map.keys(budget)) {
                map.put(key, floatsOrNil(map.get(key), budget));
            }
        } else if (value instanceof GoList list) {
            @Nullable Object[] elements = list.toArray();
            for (int i = 0; i < elements.length; i++) {
                elements[i] = floatsOrNil(elements[i], budget);
            }
            return GoList.of(list.type(), elements);
        }
        return value;
    }

    private static @Nullable Object floatsOrNil(@Nullable Object value, Budget budget) {
        return value == null ? null : floats(value, budget);
    }
}
