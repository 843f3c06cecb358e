package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import dev.eso4j.api.externalsecret.Binding;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calculates the next status of an ExternalSecret. Pure. */
final class StatusChange {
    /** The longest message that a condition has, in characters; the middle of others is left out. */
    static final int LONGEST_MESSAGE = 2000;

    private static final ExternalSecretStatus EMPTY = new ExternalSecretStatus(null, null, List.of(), null);

    private StatusChange() {}

    static ExternalSecretStatus done(
            ExternalSecret externalSecret, SyncRequest request, String reason, String message, @Nullable String bound) {
        ExternalSecretStatus old = old(externalSecret);
        return new ExternalSecretStatus(
                time(request.now()),
                RefreshDecision.syncedVersion(externalSecret),
                Conditions.with(old.conditions(), ready("True", reason, message, request.now())),
                bound == null ? old.binding() : new Binding(bound));
    }

    /** A failure never touches what says when the last success was, so that what is due stays due. */
    static ExternalSecretStatus failed(
            ExternalSecret externalSecret, SyncRequest request, String reason, String message) {
        ExternalSecretStatus old = old(externalSecret);
        ExternalSecretStatusCondition wanted = ready("False", reason, message, request.now());
        boolean elaborates = !request.changed()
                && Conditions.ready(old)
                        .filter(c -> c.status().equals("False")
                                && reason.equals(c.reason())
                                && c.message() != null
                                && message.startsWith(c.message() + ": "))
                        .isPresent();
        // After a take-over the stored message may be the existing operator's short one; it is right, so it stays.
        return new ExternalSecretStatus(
                old.refreshTime(),
                old.syncedResourceVersion(),
                elaborates ? old.conditions() : Conditions.with(old.conditions(), wanted),
                old.binding());
    }

    static ExternalSecretStatus old(ExternalSecret externalSecret) {
        return externalSecret.getStatus() == null ? EMPTY : externalSecret.getStatus();
    }

    private static ExternalSecretStatusCondition ready(String status, String reason, String message, Instant now) {
        String text = BoundedText.of(message, LONGEST_MESSAGE);
        return new ExternalSecretStatusCondition(Conditions.READY, status, reason, text, time(now));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
