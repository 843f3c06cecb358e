package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of the kinds in Markdown, generated from the model, by path in the repository. */
final class ApiPages {
    static final String FOLDER = "docs/api/";
    private static final Path EXAMPLES = Path.of("src/test/resources/manifests");
    private static final String HEADER = "<!-- " + CrdFiles.ORIGIN + " -->\n";

    private final ModelDocs docs = ModelDocs.markdown();
    private final ApiLayout layout = new ApiLayout(new SchemaWriter(docs));
    private final TypeSection sections = new TypeSection(docs, layout);
    private final Map<String, ObjectNode> crds = CrdFiles.crds().stream()
            .collect(Collectors.toMap(crd -> crd.at("/spec/names/kind").asText(), crd -> crd));

    private ApiPages() {}

    static Map<String, String> generate() {
        return new ApiPages().all();
    }

    private Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (ApiPage page : layout.pages()) {
            StringBuilder text = new StringBuilder(HEADER);
            text.append("\n# ").append(page.title()).append("\n\n").append(introduction(page));
            text.append("\n## Example\n\n```yaml\n").append(example(page)).append("```\n");
            layout.explainedOn(page).forEach((type, paths) -> text.append(sections.write(page, type, paths)));
            elsewhere(page, text);
            files.put(FOLDER + page.path(), text.toString());
        }
        files.put(FOLDER + ApiLayout.SHARED, shared());
        files.put(FOLDER + "README.md", HEADER + new ApiIndex(docs, layout.pages(), crds).write());
        return files;
    }

    private String introduction(ApiPage page) {
        if (page.kind() == null) {
            Class<?> root = page.roots().values().iterator().next();
            return docs.type(root) + "\n\nA provider of " + Markdown.link("SecretStore", page.to("SecretStore.md"))
                    + " and " + Markdown.link("ClusterSecretStore", page.to("ClusterSecretStore.md"))
                    + ", under `spec.provider." + page.title() + "`.\n";
        }
        JsonNode crd = crds.get(page.title());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("API version", versions(crd)));
        rows.add(List.of("Scope", crd.at("/spec/scope").asText().equals("Cluster") ? "cluster" : "namespace"));
        rows.add(List.of("Names", names(crd)));
        rows.add(List.of(
                "Columns of `kubectl get`",
                ApiIndex.stream(crd.at("/spec/versions/0/additionalPrinterColumns"))
                        .map(column -> column.get("name").asText())
                        .collect(Collectors.joining(", "))));
        rows.add(List.of(
                "Field selectors",
                ApiIndex.stream(crd.at("/spec/versions/0/selectableFields"))
                        .map(field ->
                                Markdown.code(field.get("jsonPath").asText().substring(1)))
                        .collect(Collectors.joining(", "))));
        rows.removeIf(row -> row.get(1).isEmpty());
        return docs.type(page.kind()) + "\n\n" + Markdown.table(List.of("", ""), rows) + "\n`eso explain "
                + crd.at("/spec/names/singular").asText() + "` shows the same in a terminal.\n";
    }

    private static String versions(JsonNode crd) {
        String group = crd.at("/spec/group").asText() + "/";
        return ApiIndex.stream(crd.at("/spec/versions"))
                .map(version -> Markdown.code(group + version.get("name").asText())
                        + (version.path("deprecated").asBoolean() ? ", deprecated, with the same fields" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String names(JsonNode crd) {
        return Stream.concat(
                        Stream.of(crd.at("/spec/names/plural"), crd.at("/spec/names/singular")),
                        ApiIndex.stream(crd.at("/spec/names/shortNames")))
                .map(name -> Markdown.code(name.asText()))
                .collect(Collectors.joining(", "));
    }

    /** What a page begins with and another one explains, as with the kinds of the cluster. */
    private void elsewhere(ApiPage page, StringBuilder text) {
        page.roots().forEach((path, root) -> {
            String home = layout.home(root);
            if (!home.equals(page.path())) {
                String name = root.getSimpleName();
                text.append("\n## ")
                        .append(path)
                        .append("\n\nThe same as in ")
                        .append(Markdown.link(home.replace(".md", ""), page.to(home) + "#" + Markdown.anchor(name)))
                        .append(".\n");
            }
        });
    }

    private String shared() {
        ApiPage page = new ApiPage(ApiLayout.SHARED, "Types", null, "", Map.of());
        StringBuilder text = new StringBuilder(HEADER);
        text.append("\n# Types that several kinds share\n\nThe ")
                .append(Markdown.link("index", "README.md"))
                .append(" has the kinds and providers.\n");
        layout.shared().forEach(type -> text.append(sections.write(page, type, List.of())));
        return text.toString();
    }

    private static String example(ApiPage page) {
        Path file = EXAMPLES.resolve(page.example() + ".yaml");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + page.path() + " needs an example: " + file, e);
        }
    }
}
