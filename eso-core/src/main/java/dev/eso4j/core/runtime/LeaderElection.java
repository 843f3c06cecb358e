package dev.eso4j.core.runtime;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes turns among replicas by a Lease, in the protocol of Kubernetes' own controllers, so that replicas of this and of
 * the existing operator exclude each other as well.
 *
 * <p>Another holder's lease counts as expired when it has not changed for its duration as measured here: clocks are never
 * compared. Owns one thread between {@link #start} and {@link #close}. What follows from losing the lease is the
 * listener's to decide; the process is never ended.
 */
public final class LeaderElection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LeaderElection.class);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * How an election runs.
     *
     * @param namespace the namespace of the Lease
     * @param name its name
     * @param identity who we are; must be different for each replica
     * @param leaseDuration how long others wait for a holder that is silent
     * @param renewDeadline how long the holder tries to renew before it gives up; shorter than {@code leaseDuration}
     * @param retryPeriod how often it is tried
     */
    public record Config(
            String namespace,
            String name,
            String identity,
            Duration leaseDuration,
            Duration renewDeadline,
            Duration retryPeriod) {
        /** Checks that the times fit together. */
        public Config {
            if (renewDeadline.compareTo(leaseDuration) >= 0) {
                throw new IllegalArgumentException("the renew deadline " + renewDeadline
                        + " must be shorter than the lease duration " + leaseDuration);
            }
            if (retryPeriod.multipliedBy(12).dividedBy(10).compareTo(renewDeadline) >= 0) {
                throw new IllegalArgumentException(
                        "the retry period " + retryPeriod + " must be well below the renew deadline " + renewDeadline);
            }
        }
    }

    /** Is told of the turns; called on the election's thread. */
    public interface Listener {
        /** We hold the lease from now on. */
        void acquired();

        /** We do not hold it any more; nothing may be written when this returns. */
        void lost();
    }

    private final Cluster cluster;
    private final Config config;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean leading;
    private volatile long renewedAt;
    private volatile @Nullable String trouble = "the lease has not been asked for yet";
    private @Nullable Map<String, Object> observed;
    private long observedAt;

    /** Creates an election. */
    public LeaderElection(Cluster cluster, Config config, InstantSource clock, Ticker ticker, Listener listener) {
        this.cluster = cluster;
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.listener = listener;
        this.thread = new Thread(this::run, "eso-leader-election");
        this.thread.setDaemon(true);
    }

    /** Returns why the lease can neither be got nor be waited for at the moment, or {@code null}. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Starts running for the lease. */
    public void start() {
        thread.start();
    }

    /**
     * Returns whether we hold a lease that no other replica can consider expired. A process that was frozen finds out here,
     * before its election thread does.
     */
    public boolean holds() {
        return leading && ticker.nanos() - renewedAt < config.renewDeadline().toNanos();
    }

    /** Stops, giving the lease back if we hold it, so that another replica need not wait for it to expire. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (leading) {
            leading = false;
            release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                boolean had = leading;
                long began = ticker.nanos();
                boolean has = attempt();
                if (has) {
                    renewedAt = began; // Others may have seen the renewal long before its answer came here.
                    if (!had) {
                        leading = true;
                        log.info("{} holds the lease {}/{}", config.identity(), config.namespace(), config.name());
                        listener.acquired();
                    }
                } else if (had
                                && ticker.nanos() - renewedAt
                                        >= config.renewDeadline().toNanos()
                        || had && taken()) {
                    leading = false;
                    log.warn("the lease {}/{} is lost", config.namespace(), config.name());
                    listener.lost();
                }
                TimeUnit.NANOSECONDS.sleep(config.retryPeriod().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken() {
        Map<String, Object> lease = observed;
        return lease != null && !config.identity().equals(lease.get("holderIdentity"));
    }

    /** Makes one attempt to get or keep the lease. */
    boolean attempt() {
        try {
            Optional<GenericKubernetesResource> found =
                    cluster.get(ResourceType.LEASES, config.namespace(), config.name());
            if (found.isEmpty()) {
                cluster.create(ResourceType.LEASES, lease(new ObjectMeta(), spec(Map.of())), "eso4j");
                trouble = null;
                return true;
            }
            Map<String, Object> current = specOf(found.get());
            if (!current.equals(observed)) {
                observed = current;
                observedAt = ticker.nanos();
            }
            String holder = String.valueOf(current.getOrDefault("holderIdentity", ""));
            boolean ours = holder.equals(config.identity());
            if (!ours && !holder.isEmpty() && ticker.nanos() - observedAt < durationOf(current)) {
                trouble = null;
                return false;
            }
            Map<String, Object> next = spec(ours ? current : Map.of("leaseTransitions", transitions(current) + 1));
            cluster.update(ResourceType.LEASES, lease(found.get().getMetadata(), next), "eso4j");
            observed = next;
            observedAt = ticker.nanos();
            trouble = null;
            return true;
        } catch (ClusterException e) {
            boolean outrun = e.reason() == ClusterException.Reason.CONFLICT
                    || e.reason() == ClusterException.Reason.ALREADY_EXISTS;
            String before = trouble;
            trouble = outrun ? null : String.valueOf(e.getMessage());
            if (!outrun && !String.valueOf(e.getMessage()).equals(before)) {
                log.warn("the lease cannot be used, and will be tried again: {}", e.getMessage());
            }
            return false;
        }
    }

    private void release() {
        try {
            Optional<GenericKubernetesResource> found =
                    cluster.get(ResourceType.LEASES, config.namespace(), config.name());
            if (found.isPresent()
                    && config.identity().equals(specOf(found.get()).get("holderIdentity"))) {
                Map<String, Object> spec = new LinkedHashMap<>(specOf(found.get()));
                spec.put("holderIdentity", "");
                spec.put("leaseDurationSeconds", 1);
                cluster.update(ResourceType.LEASES, lease(found.get().getMetadata(), spec), "eso4j");
            }
        } catch (ClusterException e) {
            log.warn("the lease could not be given back; others wait until it expires: {}", e.getMessage());
        }
    }

    private Map<String, Object> spec(Map<String, Object> before) {
        String now = MICROS.format(clock.instant());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("holderIdentity", config.identity());
        spec.put(
                "leaseDurationSeconds", (int) Math.max(1, config.leaseDuration().toSeconds()));
        spec.put("acquireTime", before.getOrDefault("acquireTime", now));
        spec.put("renewTime", now);
        spec.put("leaseTransitions", before.getOrDefault("leaseTransitions", 0));
        return spec;
    }

    private GenericKubernetesResource lease(ObjectMeta metadata, Map<String, Object> spec) {
        GenericKubernetesResource lease = new GenericKubernetesResource();
        lease.setApiVersion("coordination.k8s.io/v1");
        lease.setKind("Lease");
        metadata.setNamespace(config.namespace());
        metadata.setName(config.name());
        lease.setMetadata(metadata);
        lease.setAdditionalProperty("spec", spec);
        return lease;
    }

    @SuppressWarnings("unchecked") // An object in JSON is read as a map with text keys.
    private static Map<String, Object> specOf(GenericKubernetesResource lease) {
        return Objects.requireNonNullElse(
                (Map<String, Object>) lease.getAdditionalProperties().get("spec"), Map.of());
    }

    private static int transitions(Map<String, Object> spec) {
        return spec.get("leaseTransitions") instanceof Number n ? n.intValue() : 0;
    }

    private long durationOf(Map<String, Object> spec) {
        return spec.get("leaseDurationSeconds") instanceof Number n
                ? TimeUnit.SECONDS.toNanos(n.longValue())
                : config.leaseDuration().toNanos();
    }
}
