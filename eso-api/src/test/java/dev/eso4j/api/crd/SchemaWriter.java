package dev.eso4j.api.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.generator.GeneratorSpec;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns the types of the model into OpenAPI schemas: shape by reflection, texts from the Javadoc. */
final class SchemaWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelDocs docs;

    SchemaWriter(ModelDocs docs) {
        this.docs = docs;
    }

    /** Returns the schema of a record, or of the provider union. */
    ObjectNode object(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = JSON.createObjectNode();
        ArrayNode required = JSON.createArrayNode();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(name(component), component(type, component));
                if (required(component)) {
                    required.add(name(component));
                }
            }
        } else {
            members(type)
                    .forEach((name, member) ->
                            properties.set(name, described(docs.type(member)).setAll(object(member))));
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        constrain(schema, type);
        return schema;
    }

    /** The members of a union, with their records. */
    static Map<String, Class<?>> members(Class<?> type) {
        Map<String, Class<?>> members = new TreeMap<>();
        if (type == SecretStoreProviderSpec.class) {
            ProviderTypes.names()
                    .forEach(name -> members.put(name, ProviderTypes.of(name).orElseThrow()));
        } else if (type == GeneratorSpec.class) {
            GeneratorTypes.kinds()
                    .forEach(kind -> members.put(
                            GeneratorTypes.member(kind).orElseThrow(),
                            GeneratorTypes.of(kind).orElseThrow()));
        } else {
            throw new IllegalStateException(type + " is neither a record nor a union");
        }
        return members;
    }

    static ObjectNode described(String text) {
        return JSON.createObjectNode().put("description", text);
    }

    private ObjectNode component(Class<?> owner, RecordComponent component) {
        ObjectNode schema = described(docs.component(owner, component.getName()));
        schema.setAll(value(component.getAnnotatedType()));
        return schema;
    }

    /** Returns the name of a component in JSON, which is its own unless it would be no name in Java. */
    static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static boolean required(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        boolean collection = component.getType() == List.class || component.getType() == Map.class;
        return collection ? type.isAnnotationPresent(Required.class) : !type.isAnnotationPresent(Nullable.class);
    }

    private ObjectNode value(AnnotatedType annotated) {
        ObjectNode schema = shape(annotated);
        constrain(schema, annotated);
        return schema;
    }

    private ObjectNode shape(AnnotatedType annotated) {
        Type type = annotated.getType() instanceof ParameterizedType p ? p.getRawType() : annotated.getType();
        ObjectNode schema = JSON.createObjectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == Integer.class) {
            return schema.put("type", "integer");
        } else if (type == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        } else if (type == Object.class && annotated.isAnnotationPresent(PreserveUnknownFields.class)) {
            return schema;
        } else if (type == CABundle.class) {
            return schema.put("type", "string").put("format", "byte");
        } else if (type == Object.class && annotated.isAnnotationPresent(IntOrString.class)) {
            schema.set(
                    "anyOf",
                    JSON.createArrayNode()
                            .add(JSON.createObjectNode().put("type", "integer"))
                            .add(JSON.createObjectNode().put("type", "string")));
            return schema.put("x-kubernetes-int-or-string", true);
        } else if (type == List.class) {
            schema.put("type", "array").set("items", value(argument(annotated, 0)));
            return schema;
        } else if (type == Map.class) {
            schema.put("type", "object").set("additionalProperties", value(argument(annotated, 1)));
            return schema;
        } else if (type instanceof Class<?> model) {
            return object(model);
        }
        throw new IllegalStateException("The CRD generator has no schema for " + type);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static void constrain(ObjectNode schema, AnnotatedElement at) {
        Default value = at.getAnnotation(Default.class);
        if (value != null) {
            schema.set("default", json(value.value()));
        }
        OneOf oneOf = at.getAnnotation(OneOf.class);
        if (oneOf != null) {
            schema.set("enum", JSON.valueToTree(oneOf.value()));
        }
        GeneratorKinds kinds = at.getAnnotation(GeneratorKinds.class);
        if (kinds != null) {
            Set<String> words = new TreeSet<>(GeneratorTypes.kinds());
            if (kinds.withCluster()) {
                words.add("ClusterGenerator");
            }
            schema.set("enum", JSON.valueToTree(words));
        }
        text(schema, "format", at.getAnnotation(Format.class), Format::value);
        text(schema, "pattern", at.getAnnotation(Pattern.class), Pattern::value);
        text(schema, "x-kubernetes-map-type", at.getAnnotation(MapKind.class), MapKind::value);
        bound(schema, "minLength", at.getAnnotation(Length.class), Length::min);
        bound(schema, "maxLength", at.getAnnotation(Length.class), Length::max);
        bound(schema, "minItems", at.getAnnotation(ItemCount.class), ItemCount::min);
        bound(schema, "maxItems", at.getAnnotation(ItemCount.class), ItemCount::max);
        bound(schema, "minProperties", at.getAnnotation(MemberCount.class), MemberCount::min);
        bound(schema, "maxProperties", at.getAnnotation(MemberCount.class), MemberCount::max);
        Range range = at.getAnnotation(Range.class);
        if (range != null) {
            schema.put("minimum", range.min());
            if (range.max() != Long.MAX_VALUE) {
                schema.put("maximum", range.max());
            }
        }
        if (at.isAnnotationPresent(NullAllowed.class)) {
            schema.put("nullable", true);
        }
        if (at.isAnnotationPresent(PreserveUnknownFields.class)) {
            schema.put("x-kubernetes-preserve-unknown-fields", true);
        }
        list(schema, at.getAnnotation(ListKind.class));
        rules(schema, at.getAnnotationsByType(Rule.class));
    }

    private static void list(ObjectNode schema, @Nullable ListKind kind) {
        if (kind != null) {
            schema.put("x-kubernetes-list-type", kind.value());
            if (kind.keys().length > 0) {
                schema.set("x-kubernetes-list-map-keys", JSON.valueToTree(kind.keys()));
            }
        }
    }

    private static void rules(ObjectNode schema, Rule[] rules) {
        if (rules.length > 0) {
            ArrayNode written = schema.putArray("x-kubernetes-validations");
            for (Rule rule : rules) {
                ObjectNode one = written.addObject();
                one.put("rule", rule.check()).put("message", rule.message());
                if (!rule.field().isEmpty()) {
                    one.put("fieldPath", rule.field());
                }
            }
        }
    }

    private static <A> void text(ObjectNode schema, String name, @Nullable A annotation, Function<A, String> value) {
        if (annotation != null) {
            schema.put(name, value.apply(annotation));
        }
    }

    private static <A> void bound(ObjectNode schema, String name, @Nullable A annotation, ToIntFunction<A> value) {
        if (annotation != null && value.applyAsInt(annotation) > 0) {
            schema.put(name, value.applyAsInt(annotation));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A @Default is not JSON: " + text, e);
        }
    }
}
