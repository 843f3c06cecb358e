package dev.eso4j.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The committed CRDs, and the reference in docs/api")
class CrdFilesTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    @DisplayName("are what the model says (-Deso.crds.write=true writes them)")
    void upToDate() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, String> file : generated().entrySet()) {
            Path path = REPOSITORY.resolve(file.getKey());
            if (Boolean.getBoolean("eso.crds.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                stale.add(file.getKey());
            }
        }
        assertThat(stale)
                .as("files that differ from the model; write them with " + CrdFiles.COMMAND)
                .isEmpty();
    }

    @Test
    @DisplayName("are all there is in their folders")
    void nothingElse() throws IOException {
        for (String folder : List.of(CrdFiles.RESOURCES, ApiPages.FOLDER)) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file ->
                                        REPOSITORY.relativize(file).toString().replace('\\', '/'))
                                .toList())
                        .isSubsetOf(generated().keySet());
            }
        }
    }

    private static Map<String, String> generated() {
        Map<String, String> files = new LinkedHashMap<>(CrdFiles.generate());
        files.putAll(ApiPages.generate());
        return files;
    }
}
