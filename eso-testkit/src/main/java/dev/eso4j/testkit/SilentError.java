package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.SecretsException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks for values in errors. */
final class SilentError {
    private SilentError() {}

    /** Expects an error of the hierarchy that says what to do, and in which neither it nor a cause shows the canary. */
    static void expect(String canary, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SecretsException.class, thrown -> {
            assertThat(thrown).hasMessageMatching("(?s).+");
            assertThat(thrown.advice()).isNotEmpty().doesNotContain(canary);
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                assertThat(String.valueOf(each)).doesNotContain(canary);
            }
        });
    }
}
