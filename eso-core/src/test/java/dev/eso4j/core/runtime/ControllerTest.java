package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.ManualClock;
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
