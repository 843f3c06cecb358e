package dev.eso4j.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.Crds;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A kind that the jar has a CRD of.
 *
 * @param crd the name of the CRD
 * @param group the group of its API
 * @param kind its name
 * @param scope {@code Namespaced} or {@code Cluster}
 * @param names its plural, its singular and its short names
 */
record ExplainedKind(String crd, String group, String kind, String scope, List<String> names) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns all kinds. Of each CRD only what stands above its schemas is read. */
    static List<ExplainedKind> all() {
        List<ExplainedKind> kinds = new ArrayList<>();
        for (String crd : Crds.names()) {
            String yaml = Crds.yaml(crd);
            int schemas = yaml.indexOf("\n  versions:\n");
            JsonNode spec =
                    parse(schemas < 0 ? yaml : yaml.substring(0, schemas)).path("spec");
            JsonNode names = spec.path("names");
            List<String> called = new ArrayList<>();
            called.add(names.path("plural").asText());
            called.add(names.path("singular").asText());
            names.path("shortNames").forEach(name -> called.add(name.asText()));
            kinds.add(new ExplainedKind(
                    crd,
                    spec.path("group").asText(),
                    names.path("kind").asText(),
                    spec.path("scope").asText(),
                    List.copyOf(called)));
        }
        return kinds;
    }

    /** Returns whether {@code name} is the kind, its plural, its singular or a short name of it, in any case. */
    boolean isCalled(String name) {
        return kind.equalsIgnoreCase(name) || names.stream().anyMatch(known -> known.equalsIgnoreCase(name));
    }

    /** Returns the versions, the stored one first. */
    JsonNode versions() {
        return parse(Crds.yaml(crd)).at("/spec/versions");
    }

    private static JsonNode parse(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(yaml.length())
                .setBufferSize(yaml.length() + 1)
                .setUseMarks(false)
                .build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }
}
