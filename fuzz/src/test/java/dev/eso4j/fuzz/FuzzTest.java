package dev.eso4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fuzzing")
class FuzzTest {
    private static final FuzzOptions SHORT = new FuzzOptions(1, 0, null, 0);

    private static Fuzz<String> target() {
        return Fuzz.of("self", Chaos::text).count(30).refusedBy(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("tries the same inputs for the same seed")
    void reproducible() {
        List<String> once = new ArrayList<>();
        List<String> again = new ArrayList<>();
        target().run(SHORT, input -> {
            once.add(input);
            return List.of();
        });
        target().run(SHORT, input -> {
            again.add(input);
            return List.of();
        });
        assertThat(again).isEqualTo(once);
    }

    @Test
    @DisplayName("counts what is accepted and what is refused, by message or exception")
    void counts() {
        Tally tally = target().first("one", "two").count(0).run(SHORT, input -> {
            if (input.equals("one")) {
                throw new IllegalArgumentException("not one");
            }
            return List.of();
        });
        assertThat(tally).isEqualTo(new Tally(2, 1, 1));
    }

    @Test
    @DisplayName("fails for other exceptions, errors of the stack, hangs, and too much memory")
    void failures() {
        assertThatThrownBy(() ->
                        target().run(SHORT, input -> List.of(List.of().get(0).toString())))
                .hasMessageContaining("it throws java.lang.ArrayIndexOutOfBoundsException");
        assertThatThrownBy(() -> target().run(SHORT, input -> List.of("" + depth(0))))
                .hasMessageContaining("StackOverflowError");
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> target().within(Duration.ofMillis(50)).run(SHORT, input -> {
                    never.await();
                    return List.of();
                }))
                .hasMessageContaining("does not end");
        assertThatThrownBy(() ->
                        target().allocating(1 << 20).run(SHORT, input -> List.of("" + new byte[2 << 20].length)))
                .hasMessageContaining("it allocates");
    }

    @Test
    @DisplayName("fails for messages that are empty, too long, break the rule or tell a secret, and for printed stacks")
    void messages() {
        assertThatThrownBy(() -> target().run(SHORT, input -> List.of(""))).hasMessageContaining("empty");
        assertThatThrownBy(() -> target().longestMessage(3).run(SHORT, input -> List.of("long")))
                .hasMessageContaining("has 4 characters");
        assertThatThrownBy(() -> target().everyMessage("names x", (input, text) -> text.contains("x"))
                        .run(SHORT, input -> List.of("y")))
                .hasMessageContaining("names x");
        assertThatThrownBy(() -> target().neverSaying(input -> "canary").run(SHORT, input -> {
                    throw new IllegalArgumentException("no", new IllegalStateException("canary"));
                }))
                .hasMessageContaining("a secret value is told");
        assertThatThrownBy(() -> target().run(SHORT, input -> {
                    new Exception("printed").printStackTrace();
                    return List.of();
                }))
                .hasMessageContaining("it prints a stack trace");
    }

    private static int depth(int n) {
        return n < 0 ? n : 1 + depth(n + 1);
    }
}
