package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page that lists the others. */
final class ApiIndex {
    private final ModelDocs docs;
    private final List<ApiPage> pages;
    private final Map<String, ObjectNode> crds;

    ApiIndex(ModelDocs docs, List<ApiPage> pages, Map<String, ObjectNode> crds) {
        this.docs = docs;
        this.pages = pages;
        this.crds = crds;
    }

    String write() {
        Map<String, List<List<String>>> kinds = new TreeMap<>();
        List<List<String>> providers = new ArrayList<>();
        for (ApiPage page : pages) {
            if (page.kind() == null) {
                Class<?> root = page.roots().values().iterator().next();
                providers.add(
                        List.of(Markdown.link(Markdown.code(page.title()), page.path()), paragraph(docs.type(root))));
            } else {
                JsonNode crd = crds.get(page.title());
                kinds.computeIfAbsent(crd.at("/spec/group").asText(), key -> new ArrayList<>())
                        .add(List.of(
                                Markdown.link(page.title(), page.path()),
                                paragraph(docs.type(page.kind())),
                                crd.at("/spec/scope").asText().equals("Cluster") ? "cluster" : "namespace",
                                stream(crd.at("/spec/names/shortNames"))
                                        .map(name -> Markdown.code(name.asText()))
                                        .collect(Collectors.joining(", ")),
                                stream(crd.at("/spec/versions"))
                                        .map(version -> version.get("name").asText())
                                        .collect(Collectors.joining(", "))));
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("\n# Kinds, field by field\n\nWhat a manifest may say, where each field has its default, its bounds"
                + " and the rules that the API server checks. `eso explain KIND[.path]` prints the same without a"
                + " cluster, and `kubectl explain` with one. What several kinds share is in "
                + Markdown.link("types", ApiLayout.SHARED) + ".\n");
        kinds.forEach((group, rows) -> {
            rows.sort(Comparator.comparing(row -> row.get(0)));
            text.append("\n## ")
                    .append(group)
                    .append("\n\n")
                    .append(Markdown.table(List.of("Kind", "What it says", "Scope", "Short", "Versions"), rows));
        });
        text.append("\n## Providers of a store\n\nOne of them stands under `spec.provider` of a ")
                .append(Markdown.link("SecretStore", "SecretStore.md"))
                .append(" or ")
                .append(Markdown.link("ClusterSecretStore", "ClusterSecretStore.md"))
                .append(". Which of them this version can talk to is in the ")
                .append(Markdown.link("README", "../../README.md"))
                .append(".\n\n")
                .append(Markdown.table(List.of("Provider", "What it is"), providers));
        return text.toString();
    }

    private static String paragraph(String text) {
        return text.split("\n\n", 2)[0];
    }

    static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.stream();
    }
}
