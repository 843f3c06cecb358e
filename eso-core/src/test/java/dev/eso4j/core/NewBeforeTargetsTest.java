package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("While the targets are not listed yet after a restart")
@Timeout(60)
class NewBeforeTargetsTest {
    private final OperatorBench bench = new OperatorBench();
    private final CountDownLatch answer = new CountDownLatch(1);

    @BeforeEach
    void syncOne() {
        bench.start();
        bench.externalSecret("old");
        bench.awaitReady("old");
        bench.settle();
        bench.renew();
        bench.cluster.reset();
        bench.cluster.before(request -> {
            if (request.startsWith("list Secret ")) {
                await(answer);
            }
        });
    }

    @AfterEach
    void end() {
        answer.countDown();
        bench.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts, and leaves the list of the targets unanswered; the result completes when that has been dealt with. */
    private CompletableFuture<Void> start() {
        CompletableFuture<Void> started = bench.operator.start();
        Awaitility.await("the targets are asked for")
                .until(() -> bench.cluster.requests().stream().anyMatch(r -> r.startsWith("list Secret ")));
        return started;
    }

    private void answer(CompletableFuture<Void> started) {
        assertThat(started).isNotDone();
        answer.countDown();
        started.orTimeout(20, TimeUnit.SECONDS).join();
        bench.settle();
    }

    /** One that needs no list is done after all that came before it. */
    private void syncAnother() {
        bench.externalSecret("another");
        bench.awaitReady("another");
        bench.awaitQuiet();
    }

    private List<String> about(String name) {
        return bench.cluster.requests().stream()
                .filter(r -> r.endsWith("/" + name))
                .toList();
    }

    @Test
    @DisplayName(
            "an ExternalSecret that was never synced is, with its two writes, and nothing is done again afterwards")
    void newOne() {
        bench.externalSecret("new");
        CompletableFuture<Void> started = start();
        bench.awaitReady("new");
        answer(started);
        assertThat(about("new")).containsExactly("create Secret shop/new", "status ExternalSecret shop/new");
    }

    @Test
    @DisplayName("one that was synced before is not touched, even if somebody changes it; then it is looked at once")
    void syncedOne() {
        CompletableFuture<Void> started = start();
        bench.externalSecret("old", "refreshInterval: 2h");
        syncAnother();
        assertThat(about("old")).isEmpty();
        answer(started);
        assertThat(about("old")).containsExactly("get Secret shop/old", "status ExternalSecret shop/old");
    }

    @Test
    @DisplayName("a target that is gone is missed as soon as that can be known")
    void goneTarget() {
        bench.local.delete(ResourceType.SECRETS, "shop", "old", Preconditions.none());
        CompletableFuture<Void> started = start();
        syncAnother();
        assertThat(about("old")).isEmpty();
        answer(started);
        assertThat(bench.data("old")).isPresent();
    }

    @Test
    @DisplayName("a target whose status was lost is found by its name, and only the status is written")
    void lostStatus() {
        bench.local.patchStatus(
                ResourceType.EXTERNAL_SECRETS, "shop", "old", Collections.singletonMap("status", null), "test");
        CompletableFuture<Void> started = start();
        bench.awaitReady("old");
        answer(started);
        assertThat(about("old"))
                .containsExactly("create Secret shop/old", "get Secret shop/old", "status ExternalSecret shop/old");
    }

    @Test
    @DisplayName(
            "one that named another target before its status was lost waits, so that the first does not stay behind")
    void orphan() {
        bench.local.patchStatus(
                ResourceType.EXTERNAL_SECRETS, "shop", "old", Collections.singletonMap("status", null), "test");
        bench.externalSecret("old", "target: {name: other}");
        CompletableFuture<Void> started = start();
        syncAnother();
        assertThat(bench.data("other")).isEmpty();
        answer(started);
        bench.awaitReady("old");
        assertThat(bench.data("other")).isPresent();
        assertThat(bench.data("old")).isEmpty();
    }

    @Test
    @DisplayName("what somebody else makes of a target that was just created is put right when the list tells of it")
    void changedMeanwhile() {
        bench.externalSecret("new");
        CompletableFuture<Void> started = start();
        bench.awaitReady("new");
        bench.local.patch(ResourceType.SECRETS, "shop", "new", Map.of("data", Map.of("user", "eHg=")), "somebody-else");
        answer(started);
        bench.awaitData("new", Map.of("user", "svc"));
    }
}
