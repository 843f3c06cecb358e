package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Problems of entries as text")
class EntryProblemTest {
    @Test
    @DisplayName("name each entry with its key, and what is wrong with several of them once")
    void shared() {
        assertThat(EntryProblem.text(List.of(
                        new EntryProblem("spec.dataFrom[0].find", "", "the store is away; start it"),
                        new EntryProblem("spec.data[0]", "shop/a", "does not exist"),
                        new EntryProblem("spec.data[1]", "shop/b", "the store is away; start it"))))
                .isEqualTo("spec.dataFrom[0].find, spec.data[1] (key: shop/b): the store is away; start it;"
                        + " spec.data[0] (key: shop/a): does not exist");
    }
}
