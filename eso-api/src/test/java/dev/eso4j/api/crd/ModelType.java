package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.Union;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record or union of the model, as the pages about it need it.
 *
 * @param type the class
 * @param schema its schema, without a description
 * @param fields its fields in their order
 */
record ModelType(Class<?> type, JsonNode schema, List<Field> fields) {
    /**
     * A field.
     *
     * @param name its name in a manifest
     * @param suffix what a path has behind the name when the field is a list or map
     * @param schema its schema, with a description
     * @param required whether a manifest must have it
     * @param target the record or union that it holds, or holds a list or map of; null for plain values
     */
    record Field(
            String name,
            String suffix,
            JsonNode schema,
            boolean required,
            @Nullable Class<?> target) {}

    static ModelType of(Class<?> type, SchemaWriter schemas) {
        JsonNode schema = schemas.object(type);
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Field> fields = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                String name = SchemaWriter.name(component);
                fields.add(new Field(
                        name,
                        suffix(component.getGenericType()),
                        schema.path("properties").path(name),
                        required.contains(name),
                        target(component.getGenericType())));
            }
        } else {
            for (Map.Entry<String, Class<?>> member : SchemaWriter.members(type).entrySet()) {
                fields.add(new Field(
                        member.getKey(),
                        "",
                        schema.path("properties").path(member.getKey()),
                        false,
                        member.getValue()));
            }
        }
        return new ModelType(type, schema, List.copyOf(fields));
    }

    boolean isUnion() {
        return Union.class.isAssignableFrom(type);
    }

    private static String suffix(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? "[]" + suffix(generic.getActualTypeArguments()[0])
                    : ".<key>" + suffix(generic.getActualTypeArguments()[1]);
        }
        return "";
    }

    private static @Nullable Class<?> target(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return target(arguments[arguments.length - 1]);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() || Union.class.isAssignableFrom(plain) ? plain : null;
    }
}
