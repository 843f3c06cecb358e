package dev.eso4j.samples.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.OperatorHealth;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The embedded operator sample")
class EmbeddedOperatorTest {
    @Test
    @DisplayName("keeps the Secrets of its namespace in step, and ends when it is closed")
    void runs() throws Exception {
        Path quickstart = Path.of("quickstart");
        try (LocalCluster cluster = LocalCluster.create()) {
            cluster.load(Files.readString(quickstart.resolve("store.yaml")));
            EsoOperator operator = EmbeddedOperator.start(cluster, "shop");
            try (operator) {
                assertThat(operator.health().state()).isEqualTo(OperatorHealth.State.RUNNING);
                cluster.load(Files.readString(quickstart.resolve("database.yaml")));
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(cluster.get(ResourceType.SECRETS, "shop", "database"))
                                .hasValueSatisfying(
                                        s -> assertThat(s.data()).containsOnlyKeys("host", "username", "password")));
            }
            assertThat(operator.health().state()).isEqualTo(OperatorHealth.State.STOPPED);
        }
    }
}
