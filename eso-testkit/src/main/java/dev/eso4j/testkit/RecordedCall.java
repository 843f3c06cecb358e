package dev.eso4j.testkit;

import java.time.Instant;

/**
 * One call that a {@link RecordingProvider} got.
 *
 * @param operation the method of the client, or {@code connect}
 * @param key the remote key, the expression of a search, or empty
 * @param tenant the namespace on whose behalf the call was made
 * @param thread the name of the calling thread
 * @param time when the call began
 */
public record RecordedCall(String operation, String key, String tenant, String thread, Instant time) {}
