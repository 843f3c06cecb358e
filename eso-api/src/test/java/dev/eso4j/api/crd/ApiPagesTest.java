package dev.eso4j.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.Kinds;
import dev.eso4j.api.store.ProviderTypes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference in docs/api")
class ApiPagesTest {
    private static final Map<String, String> PAGES = ApiPages.generate();
    private static final String ALL = String.join("\n", PAGES.values());

    @Test
    @DisplayName("has a page with an example for every kind and every provider, and an index of them")
    void pages() {
        Set<String> expected = new TreeSet<>(Set.of("docs/api/README.md", "docs/api/types.md"));
        Kinds.all().forEach(kind -> expected.add("docs/api/" + HasMetadata.getKind(kind) + ".md"));
        ProviderTypes.names().forEach(name -> expected.add("docs/api/providers/" + name + ".md"));

        assertThat(PAGES).containsOnlyKeys(expected);
        expected.remove("docs/api/README.md");
        String index = PAGES.get("docs/api/README.md");
        expected.forEach(page -> assertThat(index).contains("](" + page.replace("docs/api/", "") + ")"));
        expected.remove("docs/api/types.md");
        assertThat(expected).allSatisfy(page -> assertThat(PAGES.get(page)).contains("```yaml\n# "));
    }

    @Test
    @DisplayName("explains every field and tells every rule of the CRDs")
    void complete() {
        Set<String> fields = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (JsonNode crd : CrdFiles.crds()) {
            JsonNode root = crd.at("/spec/versions/0/schema/openAPIV3Schema");
            List.of("spec", "status").forEach(part -> collect(root.at("/properties/" + part), fields, rules));
        }
        assertThat(fields)
                .hasSizeGreaterThan(400)
                .allSatisfy(field -> assertThat(ALL).contains("\n| `" + field + "` | "));
        assertThat(rules)
                .hasSizeGreaterThan(50)
                .allSatisfy(rule -> assertThat(ALL).contains(Markdown.prose(rule)));
    }

    private static void collect(JsonNode schema, Set<String> fields, Set<String> rules) {
        rules.addAll(SchemaWords.rules(schema));
        JsonNode element = SchemaWords.element(schema);
        rules.addAll(SchemaWords.rules(element));
        for (Map.Entry<String, JsonNode> property : element.path("properties").properties()) {
            fields.add(property.getKey());
            collect(property.getValue(), fields, rules);
        }
    }

    @Test
    @DisplayName("explains a type that many fields have once, and no page explains two under one name")
    void once() {
        assertThat(ALL.split("\n## SecretKeySelector\n", -1)).hasSize(2);
        assertThat(PAGES)
                .allSatisfy((page, text) -> assertThat(Pattern.compile("(?m)^## (.*)$")
                                .matcher(text)
                                .results()
                                .map(MatchResult::group))
                        .doesNotHaveDuplicates());
    }
}
