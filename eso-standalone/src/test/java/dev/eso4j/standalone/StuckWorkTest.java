package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A worker that does not come back")
class StuckWorkTest {
    private static final Duration BOUND = Duration.ofMinutes(10);

    @Test
    @DisplayName("is told of with its object after the bound, and no more once it is back")
    void named() {
        try (Operating operating = new Operating()) {
            operating.provider.backend().put("key", "v").hang();
            operating.start().externalSecret("es", "key");
            Awaitility.await().until(() -> operating.provider.count("check") > 0);
            operating.nanos.addAndGet(BOUND.toNanos());
            assertThat(StuckWork.describe(operating.operator, BOUND)).isEmpty();
            operating.nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            assertThat(StuckWork.describe(operating.operator, BOUND))
                    .containsAnyOf(
                            "externalsecret has been busy with shop/es", "secretstore has been busy with shop/store")
                    .contains(" for 605 s (reconcileID ", "--stuck-after=600s");
            assertThat(StuckWork.describe(operating.operator, Duration.ZERO))
                    .as("switched off")
                    .isEmpty();
            operating.provider.backend().release();
            operating.awaitReason("es", "SecretSynced");
            Awaitility.await()
                    .until(() -> StuckWork.describe(operating.operator, BOUND).isEmpty());
        }
    }
}
