package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.WatchListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Keeps what a watch reports. */
final class RecordedWatch<T> implements WatchListener<T> {
    private final ResourceType<T> type;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<T> objects = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger endings = new AtomicInteger();
    private volatile long lastBookmark;
    private volatile ClusterException cause;

    RecordedWatch(ResourceType<T> type) {
        this.type = type;
    }

    @Override
    public void event(Change change, T object) {
        objects.add(object);
        names.add(change + " " + type.metadata(object).getName());
    }

    @Override
    public void bookmark(String resourceVersion) {
        lastBookmark = Long.parseLong(resourceVersion);
    }

    @Override
    public void closed(ClusterException cause) {
        this.cause = cause;
        endings.incrementAndGet();
        end.countDown();
    }

    void await(String... expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names).containsExactly(expected));
    }

    List<String> names() {
        return names;
    }

    T object(int index) {
        return objects.get(index);
    }

    long lastBookmark() {
        return lastBookmark;
    }

    int endings() {
        return endings.get();
    }

    /** Waits for the end and returns why it came. */
    ClusterException closed() throws InterruptedException {
        assertThat(end.await(30, TimeUnit.SECONDS)).as("the watch has ended").isTrue();
        return cause;
    }
}
