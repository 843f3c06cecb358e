package dev.eso4j.core.externalsecret;

import dev.eso4j.core.plan.KeyChanges;
import java.util.Optional;

/**
 * What came of a sync, or would come of it.
 *
 * @param kind what happened to the target
 * @param target the target's name
 * @param message what the condition says; for failures with cause and fix
 * @param changes which keys change
 * @param next what to do about the ExternalSecret afterwards
 */
public record SyncOutcome(Kind kind, String target, String message, Optional<KeyChanges> changes, Next next) {
    /** What happened to the target. */
    public enum Kind {
        /** It was created. */
        CREATED,
        /** It was changed. */
        UPDATED,
        /** It was right already. */
        UNCHANGED,
        /** It was deleted, because the provider has nothing and the policy says so. */
        DELETED,
        /** It was left alone, as the policy says: nothing at the provider, or nothing to merge into. */
        RETAINED,
        /** Nothing was due. */
        NOT_DUE,
        /** The ExternalSecret belongs to another operator. */
        IGNORED,
        /** It was left alone, because something failed. */
        FAILED
    }

    /** When to look again. */
    public enum Next {
        /** As the refresh interval says. */
        INTERVAL,
        /** With back-off, for trying again may help. */
        BACK_OFF,
        /** At once, for somebody else wrote in between. */
        AGAIN,
        /** Not until something changes. */
        NEVER
    }
}
