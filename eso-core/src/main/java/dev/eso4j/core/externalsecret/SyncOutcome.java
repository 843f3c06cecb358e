package dev.eso4j.core.externalsecret;

import dev.eso4j.core.plan.KeyChanges;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a sync, or would come of it.
 *
 * @param kind what happened to the target
 * @param target the target's name
 * @param message what the condition says; for failures with cause and fix
 * @param changes which keys change
 * @param next what to do about the ExternalSecret afterwards
 * @param pause how long to wait before that at least, as the backend asked, or at most, for a turn at the store
 */
public record SyncOutcome(
        Kind kind, String target, String message, Optional<KeyChanges> changes, Next next, Duration pause) {
    SyncOutcome after(Duration newPause) {
        return new SyncOutcome(kind, target, message, changes, next, newPause);
    }

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
        /** It was left alone, because it is not its turn at its store yet. */
        WAITING,
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
        /** When its store calls, for it is in the line there. */
        TURN,
        /** At once, for somebody else wrote in between. */
        AGAIN,
        /** Not until something changes. */
        NEVER
    }
}
