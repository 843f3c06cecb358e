package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.runtime.NamespacedName;
import java.util.Optional;

/** What the reconciler of ExternalSecrets needs of the world. Thread-safe. */
public interface ExternalSecretPort {
    /** Returns an ExternalSecret as cached. */
    Optional<ExternalSecret> find(NamespacedName key);

    /** Returns whether an ExternalSecret cannot be judged yet; then it is queued again as soon as it can. */
    boolean holdBack(ExternalSecret externalSecret);

    /** Returns whether a refresh was asked for whatever the interval says, and takes the wish back. */
    boolean takeForced(NamespacedName key);

    /** Gives a wish back that was taken and could not be granted yet. */
    void force(NamespacedName key);

    /** Is told that the work on an ExternalSecret has ended, in whatever way. */
    void ended(NamespacedName key);

    /** Is told that an ExternalSecret is gone: nothing is to be remembered of it. */
    void gone(NamespacedName key);

    /** Ends the life of an ExternalSecret that is being deleted: cleans up what is left to do, takes the finalizer off. */
    void finish(ExternalSecret externalSecret);

    /** Asks for the ExternalSecret to be queued when its target, which does not exist, appears. */
    void awaitTarget(NamespacedName externalSecret, NamespacedName target);
}
