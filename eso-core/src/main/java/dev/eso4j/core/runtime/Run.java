package dev.eso4j.core.runtime;

import java.time.Duration;

/**
 * A piece of work that is going on.
 *
 * @param controller the name of the controller
 * @param key what is worked on
 * @param id the id that the lines of the log about it carry
 * @param took for how long it has been going on
 */
public record Run(String controller, Object key, String id, Duration took) {}
