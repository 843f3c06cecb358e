package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever a cache tells of a change")
class CacheVisibilityTest {
    private static final NamespacedName KEY = new NamespacedName("n", "o");

    private final Cache<Long> cache = new Cache<>(version -> version);
    private final List<Optional<Long>> seen = new ArrayList<>();

    /** Looks from another thread, as a worker does that the listener wakes. */
    @BeforeEach
    void look() {
        cache.listen((before, after, initial) -> {
            Thread worker = new Thread(() -> seen.add(cache.get(KEY)));
            worker.start();
            try {
                worker.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    @DisplayName("finds a new object, the new state of an old one, and nothing of one that is gone")
    void visible() {
        cache.put(KEY, 1L, false);
        cache.put(KEY, 2L, false);
        cache.remove(KEY, 2L);
        assertThat(seen).containsExactly(Optional.of(1L), Optional.of(2L), Optional.empty());
    }

    @Test
    @DisplayName("is not told of an older state, nor of our own writes")
    void notTold() {
        cache.written(KEY, 2L);
        cache.put(KEY, 1L, false);
        cache.put(KEY, 2L, false);
        assertThat(seen).isEmpty();
        assertThat(cache.get(KEY)).contains(2L);
    }

    @Test
    @DisplayName(
            "is not told of what is kept back; that is decided before the answer to a write of ours can be taken over")
    void keptBack() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        Thread worker = new Thread(() -> {
            cache.written(KEY, 2L);
            order.add("the write has ended");
        });
        cache.keepBack((key, version) -> {
            worker.start();
            try {
                worker.join(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            order.add("asked about " + version);
            return true;
        });

        cache.put(KEY, 2L, false);
        worker.join();

        assertThat(order).containsExactly("asked about 2", "the write has ended");
        assertThat(seen).isEmpty();
        assertThat(cache.get(KEY)).contains(2L);
    }
}
