package dev.eso4j.samples.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A store and an ExternalSecret that are built in code")
class BuiltInCodeTest {
    @Test
    @DisplayName("are synced like manifests")
    void synced() {
        Map<String, SecretValue> database = BuiltInCode.sync();

        assertThat(database).containsOnlyKeys("user", "password");
        assertThat(database.get("password").utf8()).isEqualTo("s3cret");
        assertThat(database.toString()).doesNotContain("s3cret");
    }
}
