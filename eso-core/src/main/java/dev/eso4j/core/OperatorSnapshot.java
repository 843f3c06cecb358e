package dev.eso4j.core;

import dev.eso4j.core.runtime.QueueDepth;
import dev.eso4j.core.runtime.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator is busy with at one moment, for people who look for a cause. Holds no value of a secret: messages are
 * those that conditions show already. Lists are bounded; the numbers beside them count everything.
 *
 * @param health how the operator is
 * @param queues one for each controller
 * @param stores at most {@value #MOST} stores: first those that are not ready, then those with most calls in flight
 * @param storesInAll how many stores there are
 * @param failures at most {@value #MOST} ExternalSecrets that are not ready, those that failed last first
 * @param failuresInAll how many ExternalSecrets are not ready
 * @param cached how many objects each cache holds, by kind
 * @param droppedEvents how many events were not written because there were too many
 */
public record OperatorSnapshot(
        OperatorHealth health,
        List<Queue> queues,
        List<Store> stores,
        int storesInAll,
        List<Failure> failures,
        int failuresInAll,
        Map<String, Integer> cached,
        long droppedEvents) {
    /** How many entries a list has at most. */
    public static final int MOST = 100;

    /**
     * One controller.
     *
     * @param controller its name
     * @param workers how many workers it has
     * @param depth what waits
     * @param running what is worked on, the longest first
     */
    public record Queue(String controller, int workers, QueueDepth depth, List<Run> running) {}

    /**
     * One store.
     *
     * @param kind SecretStore or ClusterSecretStore
     * @param namespace its namespace; empty for a ClusterSecretStore
     * @param name its name
     * @param provider its provider; empty while nobody has connected
     * @param ready the status of its Ready condition; Unknown before the first check
     * @param reason the reason of that condition
     * @param message the message of that condition
     * @param sinceCheck how long ago it was checked last; {@code null} before the first check
     * @param clients how many clients are connected
     * @param callsInFlight how many calls are under way, those included that wait for their turn
     */
    public record Store(
            String kind,
            String namespace,
            String name,
            String provider,
            String ready,
            String reason,
            String message,
            @Nullable Duration sinceCheck,
            int clients,
            int callsInFlight) {}

    /**
     * An ExternalSecret that is not ready.
     *
     * @param namespace its namespace
     * @param name its name
     * @param reason the reason of its Ready condition
     * @param message the message of that condition
     * @param since since when it is not ready, as the condition says
     */
    public record Failure(String namespace, String name, String reason, String message, String since) {}
}
