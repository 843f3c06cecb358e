package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.ManualClock;
import dev.eso4j.core.cluster.ClusterException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A controller")
class ControllerTest {
    private final ManualClock clock = new ManualClock();
    private final WorkQueue<String> queue = new WorkQueue<>(clock);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ControllerListener listener = new ControllerListener() {
        @Override
        public void reconciled(String controller, Result result, long nanos) {
            heard.add(controller + " " + result.getClass().getSimpleName());
        }

        @Override
        public void failed(String controller, long nanos) {
            heard.add(controller + " failed");
        }
    };

    private Controller<String> controller(int workers, Reconciler<String> reconciler) {
        return new Controller<>("thing", queue, reconciler, workers, 8, clock, listener);
    }

    @Test
    @DisplayName("does as the result of a run says")
    void results() throws InterruptedException {
        Controller<String> controller =
                controller(1, request -> request.key().equals("a") ? Result.done() : Result.after(Duration.ofHours(1)));
        controller.start();
        queue.changed("a");
        queue.changed("b");
        await().untilAsserted(() -> assertThat(heard).containsExactly("thing Done", "thing After"));
        await().until(() -> queue.depth().delayed() == 1);
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @DisplayName("tries again with back-off after an exception, and goes on with other keys")
    void exception() throws InterruptedException {
        Controller<String> controller = controller(1, request -> {
            if (request.key().equals("bad")) {
                throw new IllegalStateException("a defect");
            }
            return Result.done();
        });
        controller.start();
        queue.changed("bad");
        queue.changed("good");
        await().untilAsserted(() -> assertThat(heard).containsExactly("thing failed", "thing Done"));
        assertThat(queue.depth().retries()).isEqualTo(1);
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @DisplayName("waits as long as the API server asks for before it tries again")
    void retryAfter() throws InterruptedException {
        Controller<String> controller = controller(1, request -> {
            throw new ClusterException(ClusterException.Reason.THROTTLED, "slow down", Duration.ofMinutes(3), null);
        });
        queue.changed("a");
        controller.start();
        await().until(() -> queue.depth().delayed() == 1);
        clock.advance(Duration.ofSeconds(179));
        assertThat(queue.depth().delayed()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(queue.depth().delayed()).isZero();
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @DisplayName("does not let every key fail in turn while nobody can be reached")
    void unreachable() throws InterruptedException {
        AtomicBoolean away = new AtomicBoolean(true);
        Controller<String> controller = controller(4, request -> {
            if (away.get()) {
                throw new ClusterException(
                        ClusterException.Reason.UNAVAILABLE, "away", null, new ConnectException("refused"));
            }
            return Result.done();
        });
        for (int i = 0; i < 500; i++) {
            queue.changed("key-" + i);
        }
        controller.start();
        await().until(() -> !heard.isEmpty() && queue.depth().inWork() == 0);
        assertThat(heard).hasSizeLessThanOrEqualTo(4).containsOnly("thing failed");
        away.set(false);
        clock.advance(Duration.ofSeconds(5));
        queue.changed("key-0"); // Makes the workers look at the clock.
        await().until(() -> heard.stream().filter("thing Done"::equals).count() >= 500);
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @DisplayName("survives errors: a class that cannot be loaded does not cost a worker and its key")
    void error() throws InterruptedException {
        Controller<String> controller = controller(1, request -> {
            if (request.key().equals("bad")) {
                throw new NoClassDefFoundError("com/vendor/Sdk");
            }
            return Result.done();
        });
        controller.start();
        queue.changed("bad");
        queue.changed("good");
        await().untilAsserted(() -> assertThat(heard).containsExactly("thing failed", "thing Done"));
        assertThat(queue.depth().inWork()).isZero();
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @DisplayName("waits, when it is stopped, for the work that is going on and begins no other")
    void stopWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        Controller<String> controller = controller(1, request -> {
            begun.countDown();
            try {
                finished.set(go.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Result.done();
        });
        controller.start();
        queue.changed("a");
        queue.changed("b");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(controller.active()).isEqualTo(1);
        CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(() -> {
            try {
                return controller.stop(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await("until the queue is closed").until(() -> {
            long added = queue.depth().added();
            queue.changed("b");
            return queue.depth().added() == added;
        });
        assertThat(stopped).isNotDone();
        go.countDown();
        assertThat(stopped.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(finished).isTrue();
        assertThat(heard).containsExactly("thing Done");
    }

    @Test
    @DisplayName("interrupts, when it is stopped, what does not end in time, and says so")
    void stopInterrupts() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Controller<String> controller = controller(2, request -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Result.done();
        });
        controller.start();
        queue.changed("a");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(controller.stop(Duration.ofMillis(50))).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("eso-thing-"));
    }

    @Test
    @DisplayName("can be started once")
    void startedOnce() throws InterruptedException {
        Controller<String> controller = controller(1, request -> Result.done());
        controller.start();
        assertThatThrownBy(controller::start).isInstanceOf(IllegalStateException.class);
        assertThat(controller.stop(Duration.ofSeconds(5))).isTrue();
    }
}
