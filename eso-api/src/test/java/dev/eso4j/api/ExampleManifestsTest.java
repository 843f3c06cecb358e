package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The example manifests")
class ExampleManifestsTest {
    private static final Path FOLDER = Path.of("src/test/resources/manifests");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    @DisplayName("show every provider and every other kind, under the name that says which")
    void complete() throws IOException {
        Set<String> expected = new TreeSet<>();
        ProviderTypes.names().forEach(name -> expected.add("SecretStore-" + name));
        GeneratorTypes.kinds().forEach(expected::add);
        Kinds.all().stream()
                .map(HasMetadata::getKind)
                .filter(kind -> !kind.equals("SecretStore"))
                .forEach(expected::add);

        assertThat(files().stream().map(file -> file.getFileName().toString().replace(".yaml", "")))
                .containsAll(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("say in a comment what they are for, and have nothing that the model does not keep")
    void kept(Path file) throws IOException {
        String text = Files.readString(file);
        ObjectNode manifest = (ObjectNode) new YAMLMapper().readTree(text);
        Class<? extends CustomResource<?, ?>> kind =
                Kinds.named(manifest.get("kind").asText()).orElseThrow();

        CustomResource<?, ?> read = KUBERNETES.unmarshal(manifest.toString(), kind);

        assertThat(text).startsWith("# ");
        assertThat(JSON.readTree(KUBERNETES.asJson(read))).isEqualTo(manifest);
        if (read instanceof SecretStore store) {
            String name = store.getSpec().provider().names().iterator().next();
            Record provider =
                    store.getSpec().provider().as(name, ProviderTypes.of(name).orElseThrow());
            assertThat(JSON.<ObjectNode>valueToTree(ModelJson.toTree(provider)))
                    .isEqualTo(manifest.at("/spec/provider/" + name));
            assertThat(file.getFileName()).hasToString("SecretStore-" + name + ".yaml");
        }
    }
}
