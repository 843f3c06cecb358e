package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The CRDs inside the jar")
class CrdsTest {
    @Test
    @DisplayName("are found by name")
    void byName() {
        assertThat(Crds.names())
                .isSorted()
                .contains("externalsecrets.external-secrets.io", "passwords.generators.external-secrets.io");
        assertThat(Crds.names()).allSatisfy(name -> assertThat(Crds.yaml(name)).contains("\n  name: " + name + "\n"));
    }

    @Test
    @DisplayName("are the same, taken together, as the file for kubectl")
    void together() throws IOException {
        assertThat(definitions(Crds.all())).isEqualTo(definitions(Files.readString(Path.of("../deploy/crds.yaml"))));
    }

    @Test
    @DisplayName("that do not exist are refused with the names of those that do")
    void unknown() {
        assertThatThrownBy(() -> Crds.yaml("pods"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("pods", "secretstores.external-secrets.io");
    }

    private static String definitions(String yaml) {
        return yaml.replaceAll("(?m)^#.*\n", "").replaceFirst("^---\n", "");
    }
}
