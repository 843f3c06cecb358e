package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The call budget")
class CallBudgetTest {
    private long now = 1_000_000_000L;

    @Test
    @DisplayName("lets a burst through at once, then one call per interval, and saves up no more than one burst")
    void burst() {
        CallBudget budget = new CallBudget(10, 10, 3, () -> now);
        assertThat(budget.reserve()).isLessThanOrEqualTo(now);
        assertThat(budget.reserve()).isLessThanOrEqualTo(now);
        assertThat(budget.reserve()).isLessThanOrEqualTo(now);
        assertThat(budget.reserve() - now).isEqualTo(100_000_000L);
        assertThat(budget.reserve() - now).isEqualTo(200_000_000L);
        now += 3_600_000_000_000L;
        for (int i = 0; i < 3; i++) {
            assertThat(budget.reserve()).isLessThanOrEqualTo(now);
        }
        assertThat(budget.reserve()).isGreaterThan(now);
    }
}
