package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("While the ExternalSecrets are not listed yet after a restart")
@Timeout(60)
class NewBeforeTheListTest {
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
        bench.externalSecret("new");
        bench.cluster.before(request -> {
            if (request.equals("list ExternalSecret null/null")) {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    @AfterEach
    void end() {
        answer.countDown();
        bench.close();
    }

    private List<String> about(String name) {
        return bench.cluster.requests().stream()
                .filter(r -> r.endsWith("/" + name))
                .toList();
    }

    @Test
    @DisplayName("one that was never synced is, with its two writes, and nothing is done again when they are")
    void newOne() {
        bench.operator.start();
        bench.awaitReady("new");
        assertThat(about("old")).isEmpty();
        answer.countDown();
        bench.settle();

        assertThat(about("new")).containsExactly("create Secret shop/new", "status ExternalSecret shop/new");
        assertThat(about("old")).isEmpty();
    }

    @Test
    @DisplayName("one that is deleted before they are is forgotten")
    void deleted() {
        bench.operator.start();
        bench.awaitReady("new");
        bench.local.delete(ResourceType.EXTERNAL_SECRETS, "shop", "new", Preconditions.none());
        answer.countDown();
        bench.settle();

        assertThat(bench.operator.insight().snapshot().cached()).containsEntry("ExternalSecret", 1);
    }
}
