package dev.eso4j.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The field manager of an ExternalSecret")
class OwnershipTest {
    @Test
    @DisplayName("has its name up to 27 characters, which makes 63 in all")
    void shortNames() {
        String name = "n".repeat(27);
        assertThat(Ownership.fieldManager(name))
                .isEqualTo("externalsecrets.external-secrets.io/" + name)
                .hasSize(63);
    }

    @Test
    @DisplayName("has the hash of its name from 28 characters on")
    void longNames() {
        assertThat(Ownership.fieldManager("n".repeat(28)))
                .matches("externalsecrets\\.external-secrets\\.io/sha3/[0-9a-f]{56}");
        assertThat(Ownership.fieldManager("n".repeat(28))).isNotEqualTo(Ownership.fieldManager("n".repeat(29)));
    }

    @Test
    @DisplayName("and the creator hash of an ExternalSecret are the existing operator's")
    void creator() {
        assertThat(Ownership.creatorHash("default", "test-es"))
                .isEqualTo("a8e09351ea392b727f69f63683b28619fbed1174f572e728706a9ea8");
    }
}
