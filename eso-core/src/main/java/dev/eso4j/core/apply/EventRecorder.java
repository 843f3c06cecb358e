package dev.eso4j.core.apply;

import dev.eso4j.api.BoundedText;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Ticker;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to the cluster on a thread of its own, so that no sync waits for one.
 *
 * <p>At most {@value #PER_SECOND} a second are written after a burst of {@value #BURST}; of what comes faster, warnings
 * wait and normal events are dropped and counted. Owns one thread between {@link #start} and {@link #close}.
 */
public final class EventRecorder implements EventSink, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventRecorder.class);
    private static final int PER_SECOND = 10;
    private static final int BURST = 50;
    private static final int LONGEST_MESSAGE = 1024;

    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(1000);
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Cluster cluster;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Thread thread;
    private volatile boolean closed;
    private double tokens = BURST;
    private long last;

    /** Creates a recorder. */
    public EventRecorder(Cluster cluster, InstantSource clock, Ticker ticker) {
        this.cluster = cluster;
        this.clock = clock;
        this.ticker = ticker;
        this.last = ticker.nanos();
        this.thread = new Thread(this::run, "eso-events");
        this.thread.setDaemon(true);
    }

    /** Starts writing. */
    public void start() {
        thread.start();
    }

    /** Returns how many events were dropped because they came too fast. */
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void event(ObjectReference about, String source, String type, String reason, String message) {
        if (type.equals("Normal") && !takeToken()) {
            dropped.incrementAndGet();
            return;
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String namespace =
                about.getNamespace() == null || about.getNamespace().isEmpty() ? "default" : about.getNamespace();
        Event event = new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(about.getName() + "." + Long.toHexString(clock.millis())
                        + Long.toHexString(sequence.incrementAndGet()))
                .endMetadata()
                .withInvolvedObject(about)
                .withType(type)
                .withReason(reason)
                .withMessage(BoundedText.of(message, LONGEST_MESSAGE))
                .withNewSource()
                .withComponent(source)
                .endSource()
                .withReportingComponent(source)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .build();
        if (!queue.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    private synchronized boolean takeToken() {
        long now = ticker.nanos();
        tokens = Math.min(BURST, tokens + (now - last) / 1e9 * PER_SECOND);
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                Optional<Event> event = Optional.ofNullable(queue.poll(200, TimeUnit.MILLISECONDS));
                if (event.isPresent()) {
                    write(event.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Event event) throws InterruptedException {
        try {
            cluster.create(ResourceType.EVENTS, event, ResourceType.EVENT_RECEIPTS, "eso4j");
        } catch (ClusterException e) {
            // An event is a courtesy: the condition says the same, so nothing is lost with it.
            log.debug(
                    "an event about {} was not written: {}",
                    event.getInvolvedObject().getName(),
                    e.getMessage());
            if (e.retryable() && !closed) {
                Thread.sleep(e.retryAfter().map(Duration::toMillis).orElse(1000L));
            }
        }
    }

    /** Writes what is waiting, for two seconds at most, and ends the thread. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2000);
            thread.interrupt();
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
