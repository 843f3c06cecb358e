package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files of {@code eso-api/src/test/resources}, whichever there are. */
@WithControlPlane
@DisplayName("The example manifests on a real API server")
class ExampleManifestsIT {
    private static final Path RESOURCES = Path.of("..", "eso-api", "src", "test", "resources");
    private static final String REFUSED = "# refused: ";
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    @Test
    @DisplayName("are accepted under strict field validation")
    void accepted(ControlPlane cluster) throws IOException {
        StrictCreate api = new StrictCreate(cluster, cluster.newNamespace());
        Map<String, String> refused = new TreeMap<>();
        List<Path> files = files("manifests");
        for (Path file : files) {
            StrictCreate.Answer answer = api.create(name(file), manifest(file), true);
            if (!answer.accepted()) {
                refused.put(file.getFileName().toString(), answer.message());
            }
        }
        System.out.println(files.size() + " example manifests were sent to the API server");

        assertThat(files).isNotEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    @DisplayName("that are wrong are refused with the message of their first line")
    void refused(ControlPlane cluster) throws IOException {
        StrictCreate api = new StrictCreate(cluster, cluster.newNamespace());
        Map<String, String> unexpected = new TreeMap<>();
        List<Path> files = files("manifests-refused");
        for (Path file : files) {
            String first = Files.readString(file).lines().findFirst().orElse("");
            assertThat(first).as(file.toString()).startsWith(REFUSED);
            StrictCreate.Answer answer = api.create(name(file), manifest(file), true);
            if (answer.accepted()) {
                unexpected.put(file.getFileName().toString(), "accepted");
            } else if (!answer.message()
                    .contains(first.substring(REFUSED.length()).strip())) {
                unexpected.put(file.getFileName().toString(), "refused otherwise: " + answer.message());
            }
        }
        System.out.println(files.size() + " wrong manifests were sent to the API server");

        assertThat(files).isNotEmpty();
        assertThat(unexpected).isEmpty();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static ObjectNode manifest(Path file) throws IOException {
        return YAML.unmarshal(Files.readString(file), ObjectNode.class);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "").toLowerCase(Locale.ROOT);
    }
}
