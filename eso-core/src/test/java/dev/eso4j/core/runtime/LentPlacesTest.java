package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.ManualClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A worker that waits for a backend")
class LentPlacesTest {
    private final ManualClock clock = new ManualClock();
    private final Patience patience = new Patience(clock);
    private final WorkQueue<String> queue = new WorkQueue<>(clock);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Controller<String> controller = new Controller<>(
            "lent",
            queue,
            request -> {
                if (request.key().startsWith("slow")) {
                    patience.during(Duration.ofSeconds(30), this::call, e -> e);
                }
                done.add(request.key());
                return Result.done();
            },
            2,
            3,
            clock,
            ControllerListener.none());

    @AfterEach
    void close() throws InterruptedException {
        answer.countDown();
        assertThat(controller.stop(Duration.ofSeconds(10))).isTrue();
        patience.close();
        assertThat(threads()).isZero();
    }

    private String call() {
        try {
            answer.await();
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("eso-lent-"))
                .count();
    }

    @Test
    @DisplayName("keeps nobody else from working, and when all is quiet there are no more threads than workers")
    void lends() {
        controller.start();
        for (int i = 0; i < 3; i++) {
            queue.changed("slow" + i);
        }
        await().until(() -> patience.underWay() == 3);
        queue.changed("fast");
        await().untilAsserted(() -> assertThat(done).containsExactly("fast"));
        assertThat(controller.active()).isEqualTo(3);
        answer.countDown();
        await().untilAsserted(() -> assertThat(done).hasSize(4));
        await().until(() -> threads() == 2);
    }

    @Test
    @DisplayName("has no more company than there may be: the rest stays in the queue")
    void bounded() {
        controller.start();
        for (int i = 0; i < 20; i++) {
            queue.changed("slow" + i);
        }
        await().until(() -> patience.underWay() == 5);
        assertThat(threads()).isEqualTo(5);
        assertThat(queue.depth().changed()).isEqualTo(15);
        answer.countDown();
        await().untilAsserted(() -> assertThat(done).hasSize(20));
    }
}
