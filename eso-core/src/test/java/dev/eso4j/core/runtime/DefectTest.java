package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exception that nobody expected")
class DefectTest {
    @Test
    @DisplayName("is logged with its classes and places, and without its text, which may quote a value")
    void withoutText() {
        String described = Defect.of(
                new IllegalStateException("canary-1", new NumberFormatException("For input string: canary-2")));
        assertThat(described)
                .startsWith("java.lang.IllegalStateException at " + DefectTest.class.getName() + ".withoutText")
                .contains(", caused by java.lang.NumberFormatException at ")
                .doesNotContain("canary", "\n");
    }
}
