package dev.eso4j.api.crd;

import dev.eso4j.api.Kinds;
import dev.eso4j.api.store.ProviderTypes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Which pages the reference has, and on which of them each type of the model is explained. */
final class ApiLayout {
    /** The page of the types that belong to no single page. */
    static final String SHARED = "types.md";

    private final SchemaWriter schemas;
    private final List<ApiPage> pages = new ArrayList<>();
    private final Map<Class<?>, ModelType> types = new HashMap<>();
    private final Map<Class<?>, String> homes = new HashMap<>();
    private final Set<Class<?>> shared = new TreeSet<>(Comparator.comparing(Class::getSimpleName));

    ApiLayout(SchemaWriter schemas) {
        this.schemas = schemas;
        kinds(false);
        for (String name : ProviderTypes.names()) {
            pages.add(new ApiPage(
                    "providers/" + name + ".md",
                    name,
                    null,
                    "SecretStore-" + name,
                    Map.of("spec.provider." + name, ProviderTypes.of(name).orElseThrow())));
        }
        // Behind the others, so that what they have in common is explained there.
        kinds(true);
        for (ApiPage page : pages) {
            page.roots().values().forEach(root -> homes.putIfAbsent(root, page.path()));
        }
        pages.forEach(this::claim);
        for (ApiPage page : pages) {
            walk(page, true, (path, type) -> {
                if (homes.putIfAbsent(type.type(), SHARED) == null) {
                    shared.add(type.type());
                }
            });
        }
    }

    private void kinds(boolean ofClusters) {
        for (Class<? extends CustomResource<?, ?>> kind : Kinds.all()) {
            String name = HasMetadata.getKind(kind);
            if (name.startsWith("Cluster") == ofClusters) {
                String example = name.equals("SecretStore") ? "SecretStore-vault" : name;
                pages.add(new ApiPage(name + ".md", name, kind, example, CrdFiles.parts(kind)));
            }
        }
    }

    /** A page explains what it uses of its own package. What is behind a union has pages of its own. */
    private void claim(ApiPage page) {
        Set<String> packages = new TreeSet<>();
        page.roots().values().stream()
                .filter(root -> page.path().equals(homes.get(root)))
                .forEach(root -> packages.add(root.getPackageName()));
        walk(page, false, (path, type) -> {
            if (packages.contains(type.type().getPackageName())) {
                homes.putIfAbsent(type.type(), page.path());
            }
        });
    }

    List<ApiPage> pages() {
        return List.copyOf(pages);
    }

    String home(Class<?> type) {
        return homes.get(type);
    }

    ModelType type(Class<?> type) {
        return types.computeIfAbsent(type, missing -> ModelType.of(missing, schemas));
    }

    /** Returns the types that belong to no single page, by name. */
    List<ModelType> shared() {
        return shared.stream().map(this::type).toList();
    }

    /** Returns the types that are explained on the page, in the order of its fields, each with the paths that lead to it. */
    Map<ModelType, List<String>> explainedOn(ApiPage page) {
        Map<ModelType, List<String>> paths = new LinkedHashMap<>();
        walk(page, true, (path, type) -> {
            if (page.path().equals(home(type.type()))) {
                paths.computeIfAbsent(type, key -> new ArrayList<>()).add(path);
            }
        });
        return paths;
    }

    private void walk(ApiPage page, boolean throughUnions, BiConsumer<String, ModelType> visitor) {
        page.roots().forEach((path, root) -> walk(path, root, throughUnions, visitor));
    }

    private void walk(String path, Class<?> type, boolean throughUnions, BiConsumer<String, ModelType> visitor) {
        ModelType known = type(type);
        visitor.accept(path, known);
        if (known.isUnion() && !throughUnions) {
            return;
        }
        for (ModelType.Field field : known.fields()) {
            if (field.target() != null) {
                walk(path + "." + field.name() + field.suffix(), field.target(), throughUnions, visitor);
            }
        }
    }
}
