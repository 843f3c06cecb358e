package dev.eso4j.core.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.eso4j.api.generator.GeneratorSpec;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a node of a manifest may look like. */
sealed interface Shape {
    /** An object with known fields; an open one may have others too. */
    record Struct(Supplier<Map<String, Shape>> fields, boolean open) implements Shape {}

    /** A list. */
    record ListOf(Shape item) implements Shape {}

    /** An object whose member names are free. */
    record MapOf(Shape value) implements Shape {}

    /** A scalar of one type. */
    record Scalar(String typeName) implements Shape {}

    /** Anything. */
    record Any() implements Shape {}

    Shape STRING = new Scalar("string");
    Shape BOOLEAN = new Scalar("boolean");
    Shape INTEGER = new Scalar("integer");
    Shape ANY = new Any();

    static Shape struct(Map<String, Shape> fields) {
        return new Struct(() -> fields, false);
    }

    /** Derives the shape from a type of the model. Records are looked into only when they are met. */
    static Shape of(Type type) {
        if (type == String.class || type == CABundle.class) {
            return STRING;
        } else if (type == Boolean.class || type == boolean.class) {
            return BOOLEAN;
        } else if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return INTEGER;
        } else if (type == SecretStoreProviderSpec.class) {
            return new Struct(Shape::providers, true);
        } else if (type == GeneratorSpec.class) {
            return new Struct(Shape::generators, false);
        } else if (type instanceof Class<?> c && c.isRecord()) {
            return new Struct(() -> components(c), false);
        } else if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
            return new ListOf(of(p.getActualTypeArguments()[0]));
        } else if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
            return new MapOf(of(p.getActualTypeArguments()[1]));
        }
        return ANY;
    }

    private static Map<String, Shape> components(Class<?> type) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            fields.put(renamed == null ? component.getName() : renamed.value(), of(component.getGenericType()));
        }
        return fields;
    }

    /** The members whose types are known here; others belong to providers of third parties. */
    private static Map<String, Shape> providers() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : ProviderTypes.names()) {
            fields.put(name, new Struct(() -> components(ProviderTypes.of(name).orElseThrow()), false));
        }
        return fields;
    }

    private static Map<String, Shape> generators() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String kind : GeneratorTypes.kinds()) {
            fields.put(
                    GeneratorTypes.member(kind).orElseThrow(),
                    new Struct(() -> components(GeneratorTypes.of(kind).orElseThrow()), false));
        }
        return fields;
    }
}
