package dev.eso4j.fuzz;

import java.util.List;

/**
 * What is fuzzed.
 *
 * @param <T> what it reads
 */
@FunctionalInterface
public interface Subject<T> {
    /**
     * Reads an input.
     *
     * @return what is said against it, message by message; empty if it is accepted. An exception is a refusal too
     * @throws Exception what the subject documents, and nothing else
     */
    List<String> read(T input) throws Exception;
}
