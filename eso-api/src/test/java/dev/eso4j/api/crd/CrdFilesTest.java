package dev.eso4j.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The committed CRD files")
class CrdFilesTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    @DisplayName("are what the model says (-Deso.crds.write=true writes them)")
    void upToDate() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, String> file : CrdFiles.generate().entrySet()) {
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
                .as("files that differ from the model; write them with"
                        + " mvn -pl eso-api test -Dtest=CrdFilesTest -Deso.crds.write=true")
                .isEmpty();
    }

    @Test
    @DisplayName("are all there is in their folder")
    void nothingElse() throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve(CrdFiles.RESOURCES))) {
            assertThat(files.map(p -> CrdFiles.RESOURCES + p.getFileName()).toList())
                    .isSubsetOf(CrdFiles.generate().keySet());
        }
    }
}
