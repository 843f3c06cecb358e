package dev.eso4j.core.cluster;

import dev.eso4j.api.Kinds;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that a manifest may have, and their shapes. */
final class KnownKinds {
    /** One kind and its shape. */
    record Known(ResourceType<?> type, Shape shape) {}

    private static final Shape METADATA = metadata();
    private static final Map<String, Known> KINDS = kinds();

    private KnownKinds() {}

    static @Nullable Known find(String apiVersion, String kind) {
        // Older manifests say v1beta1; the fields are the same.
        String served = apiVersion.equals("external-secrets.io/v1beta1") ? "external-secrets.io/v1" : apiVersion;
        return KINDS.get(served + "/" + kind);
    }

    static List<String> names() {
        return KINDS.values().stream().map(known -> known.type.kind()).sorted().toList();
    }

    /** Returns the apiVersion that goes with a kind, if the kind is known at all. */
    static @Nullable String apiVersion(String kind) {
        return KINDS.values().stream()
                .filter(known -> known.type.kind().equals(kind))
                .map(known -> known.type.apiVersion())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Known> kinds() {
        Map<String, Known> kinds = new LinkedHashMap<>();
        Shape store = Shape.of(SecretStoreSpec.class);
        add(
                kinds,
                ResourceType.EXTERNAL_SECRETS,
                Map.of("spec", Shape.of(ExternalSecretSpec.class), "status", Shape.ANY));
        add(kinds, ResourceType.SECRET_STORES, Map.of("spec", store, "status", Shape.ANY));
        add(kinds, ResourceType.CLUSTER_SECRET_STORES, Map.of("spec", store, "status", Shape.ANY));
        for (Class<? extends CustomResource<?, ?>> kind : Kinds.all()) {
            ResourceType<GenericKubernetesResource> type = ResourceType.tree(kind);
            if (!kinds.containsKey(type.apiVersion() + "/" + type.kind())) {
                // The first argument of the superclass is the spec, of a generator as of any other kind.
                ParameterizedType parent = (ParameterizedType) kind.getGenericSuperclass();
                add(kinds, type, Map.of("spec", Shape.of(parent.getActualTypeArguments()[0]), "status", Shape.ANY));
            }
        }
        Shape strings = new Shape.MapOf(Shape.STRING);
        add(
                kinds,
                ResourceType.SECRETS,
                Map.of("data", strings, "stringData", strings, "immutable", Shape.BOOLEAN, "type", Shape.STRING));
        add(
                kinds,
                ResourceType.CONFIG_MAPS,
                Map.of("data", strings, "binaryData", strings, "immutable", Shape.BOOLEAN));
        add(kinds, ResourceType.NAMESPACES, Map.of("spec", Shape.ANY, "status", Shape.ANY));
        add(
                kinds,
                ResourceType.SERVICE_ACCOUNTS,
                Map.of(
                        "secrets",
                        Shape.ANY,
                        "imagePullSecrets",
                        Shape.ANY,
                        "automountServiceAccountToken",
                        Shape.BOOLEAN));
        return kinds;
    }

    private static void add(Map<String, Known> kinds, ResourceType<?> type, Map<String, Shape> fields) {
        Map<String, Shape> all = new HashMap<>(fields);
        all.put("apiVersion", Shape.STRING);
        all.put("kind", Shape.STRING);
        all.put("metadata", METADATA);
        kinds.put(type.apiVersion() + "/" + type.kind(), new Known(type, Shape.struct(Map.copyOf(all))));
    }

    private static Shape metadata() {
        Map<String, Shape> fields = new HashMap<>();
        for (String name : List.of("name", "generateName", "namespace", "uid", "resourceVersion", "selfLink")) {
            fields.put(name, Shape.STRING);
        }
        for (String name : List.of(
                "generation",
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "managedFields",
                "ownerReferences")) {
            fields.put(name, Shape.ANY);
        }
        fields.put("labels", new Shape.MapOf(Shape.STRING));
        fields.put("annotations", new Shape.MapOf(Shape.STRING));
        fields.put("finalizers", new Shape.ListOf(Shape.STRING));
        return Shape.struct(Map.copyOf(fields));
    }
}
