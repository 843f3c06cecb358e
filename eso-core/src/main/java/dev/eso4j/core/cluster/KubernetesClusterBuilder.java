package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Options of a {@link KubernetesCluster}. Without any, the cluster is found as kubectl finds it, or as a pod does. */
public final class KubernetesClusterBuilder {
    private Supplier<Connection> connection = () -> Connections.ofThisProcess().find();
    private String userAgent = "eso4j/" + version();
    private double callsPerSecond;
    private int burst = 1;
    private int maxInFlight = 32;
    private int pageSize = 500;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration watchTimeout = Duration.ofMinutes(5);
    private Duration watchSilence = Duration.ofSeconds(150);
    private RequestListener listener = request -> {};

    KubernetesClusterBuilder() {}

    /** Uses the current context of a kubeconfig file. */
    public KubernetesClusterBuilder kubeconfig(Path file) {
        connection = () -> Connections.file(file, false);
        return this;
    }

    /** Uses the current context of a kubeconfig, given as its text. */
    public KubernetesClusterBuilder kubeconfig(String text) {
        connection = () -> Connections.text(text, null, false);
        return this;
    }

    /** Uses address, credentials and TLS settings of a fabric8 configuration. */
    public KubernetesClusterBuilder config(Config config) {
        connection = () -> new Connection(config, config::refresh, null);
        return this;
    }

    /** Sets what the client calls itself; {@code eso4j/<version>} by default. */
    public KubernetesClusterBuilder userAgent(String userAgent) {
        this.userAgent = userAgent;
        return this;
    }

    /** Limits the calls per second, and how many may come at once after a quiet time; no limit by default. */
    public KubernetesClusterBuilder rate(double callsPerSecond, int burst) {
        if (callsPerSecond <= 0 || burst < 1) {
            throw new IllegalArgumentException(
                    "a rate of " + callsPerSecond + " with a burst of " + burst + " lets no call through");
        }
        this.callsPerSecond = callsPerSecond;
        this.burst = burst;
        return this;
    }

    /** Sets how many calls may be under way at once, watches not counted; 32 by default. */
    public KubernetesClusterBuilder maxInFlight(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("maxInFlight is " + calls + "; it must be at least 1");
        }
        this.maxInFlight = calls;
        return this;
    }

    /** Sets how many objects one page of a list has; 500 by default. */
    public KubernetesClusterBuilder pageSize(int objects) {
        if (objects < 1) {
            throw new IllegalArgumentException("pageSize is " + objects + "; it must be at least 1");
        }
        this.pageSize = objects;
        return this;
    }

    /** Sets how long the API server may be silent within a call, and, doubled, how long a call may take; 30 s by default. */
    public KubernetesClusterBuilder timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Sets after which time a watch ends in the normal way, in whole seconds; 5 minutes by default. */
    public KubernetesClusterBuilder watchTimeout(Duration timeout) {
        this.watchTimeout = timeout;
        return this;
    }

    /**
     * Sets after which silence a watch counts as broken and is begun anew; 150 seconds by default. The API server sends a
     * bookmark about once a minute, so two missing ones mean that nobody is there any more.
     */
    public KubernetesClusterBuilder watchSilence(Duration silence) {
        this.watchSilence = silence;
        return this;
    }

    /** Sets who is told of every request; nobody by default. */
    public KubernetesClusterBuilder requestListener(RequestListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Returns the cluster. No call is made yet.
     *
     * @throws ClusterException if no cluster is configured, or the configuration cannot be used
     */
    public KubernetesCluster build() {
        Connection found = connection.get();
        Config config = found.config();
        Credentials credentials = new Credentials(config, found.reload(), found.tokenFile(), System::nanoTime);
        CallBudget budget = new CallBudget(maxInFlight, callsPerSecond, burst, System::nanoTime);
        ApiClient client =
                new ApiClient(config, timeout, Math.min(maxInFlight, 64), credentials, budget, listener, userAgent);
        return new KubernetesCluster(client, pageSize, watchTimeout, watchSilence);
    }

    private static String version() {
        @Nullable String version = KubernetesClusterBuilder.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
