package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.store.StoreWaitException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an ExternalSecret's entries gave.
 *
 * @param values the values by key; to be used only if there are no problems
 * @param absent entries whose remote object does not exist, where the deletion policy says to go on without them
 * @param problems entries that failed
 * @param issued what generators made on the way
 * @param waiting the store for which the fetch has to wait; then nothing else counts
 * @param retryAfter the longest pause that a backend asked for
 */
public record FetchResult(
        Map<String, SecretValue> values,
        List<String> absent,
        List<EntryProblem> problems,
        List<Issued> issued,
        Optional<StoreWaitException> waiting,
        Optional<Duration> retryAfter) {
    private static final Logger log = LoggerFactory.getLogger(FetchResult.class);

    /** Takes back what generators made for {@code owner}, which nobody will get. */
    public void rollBack(String owner) {
        for (Issued made : issued) {
            try {
                made.rollBack();
            } catch (RuntimeException e) {
                log.warn(
                        "{}: what a {} generator issued could not be taken back: {}",
                        owner,
                        made.kind(),
                        e.getClass().getSimpleName());
            }
        }
    }
}
