package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key whose work waits for its turn at a backend")
class WaitForATurnTest {
    private final ManualClock clock = new ManualClock();
    private final WorkQueue<String> queue = new WorkQueue<>(clock);

    private Request<String> take() {
        return queue.poll().orElseThrow();
    }

    private boolean empty() {
        return queue.poll().isEmpty();
    }

    private Request<String> waiting() {
        clock.advance(Duration.ofSeconds(1));
        queue.changed("a");
        Request<String> request = take();
        queue.done("a", Result.await(request, Duration.ofMinutes(1)));
        return request;
    }

    @Test
    @DisplayName("goes on when it is called, in its lane and with the time of its change")
    void called() {
        Request<String> request = waiting();
        assertThat(empty()).isTrue();
        queue.hasten("a", 0);
        assertThat(take()).isEqualTo(request);
    }

    @Test
    @DisplayName("goes on after a delay when it is called for later")
    void calledForLater() {
        Request<String> request = waiting();
        queue.hasten("a", Duration.ofSeconds(5).toNanos());
        clock.advance(Duration.ofMillis(4_999));
        assertThat(empty()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(take()).isEqualTo(request);
    }

    @Test
    @DisplayName("goes on after a while even if nobody calls it")
    void fallback() {
        Request<String> request = waiting();
        clock.advance(Duration.ofMinutes(1));
        assertThat(take()).isEqualTo(request);
    }

    @Test
    @DisplayName("goes on though it was called before its work had ended")
    void calledEarly() {
        queue.changed("a");
        Request<String> request = take();
        queue.hasten("a", 0);
        queue.done("a", Result.await(request, Duration.ofMinutes(1)));
        assertThat(take()).isEqualTo(request);
    }

    @Test
    @DisplayName("stays in the lane of what somebody changed, even if the clock asks for it meanwhile")
    void lane() {
        queue.changed("a");
        Request<String> request = take();
        queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
        queue.done("a", Result.await(request, Duration.ofMinutes(1)));
        assertThat(take()).isEqualTo(request);
    }

    @Test
    @DisplayName("has not failed, and its earlier failures are not forgotten")
    void failures() {
        queue.changed("a");
        take();
        queue.done("a", Result.retry());
        clock.advance(Duration.ofSeconds(1));
        Request<String> second = take();
        queue.done("a", Result.await(second, Duration.ofMinutes(1)));
        queue.hasten("a", 0);
        take();
        queue.done("a", Result.retry());
        clock.advance(Duration.ofMillis(1_999));
        assertThat(empty()).as("the second failure waits for two seconds").isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(empty()).isFalse();
    }

    @Test
    @DisplayName("goes before the clock's, and calling somebody who does not wait does nothing")
    void order() {
        queue.hasten("stranger", 0);
        assertThat(empty()).isTrue();
        waiting();
        queue.add("b", Lane.REFRESH, Long.MIN_VALUE);
        queue.hasten("a", 0);
        assertThat(take().key()).isEqualTo("a");
        assertThat(take().key()).isEqualTo("b");
    }

    @Test
    @DisplayName("after a failure comes again neither before its back-off nor before the backend wants it")
    void atLeast() {
        queue.changed("a");
        take();
        queue.done("a", new Result.Retry(Duration.ofSeconds(4)));
        clock.advance(Duration.ofMillis(3_999));
        assertThat(empty()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(empty()).isFalse();
    }
}
