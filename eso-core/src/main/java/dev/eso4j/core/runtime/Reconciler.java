package dev.eso4j.core.runtime;

/** Brings one object to the state it asks for. Called by several threads, never by two at once for one key. */
@FunctionalInterface
public interface Reconciler<K> {
    /** Does the work; an exception is logged and means another run with back-off. */
    Result reconcile(Request<K> request);
}
