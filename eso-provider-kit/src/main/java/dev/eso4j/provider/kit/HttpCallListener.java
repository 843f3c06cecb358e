package dev.eso4j.provider.kit;

import java.time.Duration;

/** Is told about every HTTP request that was made; the place for counting. Must be thread-safe and fast. */
@FunctionalInterface
public interface HttpCallListener {
    /**
     * Takes note of a request.
     *
     * @param status the status of the answer, or 0 if there was none
     */
    void called(HttpCall call, int status, Duration time);
}
