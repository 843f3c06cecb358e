package dev.eso4j.core.runtime;

/**
 * One piece of work as a worker gets it.
 *
 * @param key what to work on
 * @param lane why
 * @param changedAt the time, on the queue's ticker in nanoseconds, of the last change that this work answers to; {@link
 *     Long#MIN_VALUE} when only the clock caused it
 * @param waited for how many nanoseconds it could have been worked on before a worker took it
 */
public record Request<K>(K key, Lane lane, long changedAt, long waited) {
    /** Creates a piece of work that did not wait. */
    public Request(K key, Lane lane, long changedAt) {
        this(key, lane, changedAt, 0);
    }
}
