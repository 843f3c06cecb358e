package dev.eso4j.api.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.eso4j.api.Kinds;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that are generated from the model, by their path in the repository. */
final class CrdFiles {
    static final String RESOURCES = "eso-api/src/main/resources/META-INF/eso/crds/";
    /** What writes the files anew. */
    static final String COMMAND = "mvn -pl eso-api test -Dtest=CrdFilesTest -Deso.crds.write=true";

    static final String ORIGIN = "Generated from the records of eso-api; change those and run: " + COMMAND;
    private static final String HEADER = "# " + ORIGIN + "\n";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private CrdFiles() {}

    /** Returns the types of what stands under {@code spec} and {@code status}; generators have no status. */
    static Map<String, Class<?>> parts(Class<?> kind) {
        Type[] types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        Map<String, Class<?>> parts = new LinkedHashMap<>();
        parts.put("spec", (Class<?>) types[0]);
        if (types.length > 1 && types[1] != Void.class) {
            parts.put("status", (Class<?>) types[1]);
        }
        return parts;
    }

    static List<ObjectNode> crds() {
        return Generated.CRDS.stream().map(ObjectNode::deepCopy).toList();
    }

    /** Made once, since nearly every test of this package asks for it. */
    private static final class Generated {
        private static final List<ObjectNode> CRDS = generate();

        private static List<ObjectNode> generate() {
            CrdWriter writer = new CrdWriter(ModelDocs.plain());
            return Kinds.all().stream().map(writer::write).toList();
        }
    }

    static Map<String, String> generate() {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        StringBuilder all = new StringBuilder(HEADER);
        for (ObjectNode crd : crds()) {
            String name = crd.at("/metadata/name").asText();
            String yaml = yaml(crd);
            names.add(name);
            files.put(RESOURCES + name + ".yaml", HEADER + yaml);
            all.append("---\n").append(yaml);
        }
        files.put(RESOURCES + "index", String.join("\n", names) + "\n");
        files.put("deploy/crds.yaml", all.toString());
        return files;
    }

    private static String yaml(ObjectNode crd) {
        try {
            return YAML.writeValueAsString(crd);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
