package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.RenderException;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.render.TemplateSources;
import java.util.List;
import java.util.Optional;

/**
 * Syncs one ExternalSecret: decide, fetch, render, plan, apply, status; straight through, and no further than a dry run
 * allows. Thread-safe; one ExternalSecret must not be synced twice at once.
 */
public final class ExternalSecretSync {
    static final String RETAINED = "secret retained due to DeletionPolicy=Retain";
    static final String SYNCED = "secret synced";
    static final String NO_DATA = "could not get secret data from provider";
    private static final String NOT_WRITTEN = "could not update secret";

    private final SyncRooms rooms;

    /** Composes the line. */
    public ExternalSecretSync(
            TargetRenderer renderer,
            Fetcher fetcher,
            TemplateSources templates,
            TargetLookup targets,
            TargetWriter writer,
            StatusSink statuses,
            EventSink events) {
        this.rooms = new SyncRooms(
                renderer,
                fetcher,
                templates,
                targets,
                new TargetCheck(),
                new TargetPlanner(),
                writer,
                statuses,
                new ExternalSecretEvents(events));
    }

    /** Forgets what is remembered of an ExternalSecret that is gone. */
    public void forget(String namespace, String name) {
        rooms.checks().forget(namespace, name);
    }

    /**
     * Syncs.
     *
     * @throws StatusNotWrittenException if the status could not be written, whatever came of the target
     * @throws ClusterException if the API server cannot be reached or wants fewer calls, which is no fault of the target
     */
    public SyncOutcome sync(ExternalSecret externalSecret, SyncRequest request) {
        SyncLine line = new SyncLine(rooms, externalSecret, request);
        List<String> problems = ExternalSecretRules.check(externalSecret);
        if (!problems.isEmpty()) {
            return line.fail("invalid ExternalSecret", String.join("; ", problems), Next.NEVER);
        }
        TargetPolicy policy = TargetPolicy.of(externalSecret);
        line.target = policy.name();
        SecretDigest digest =
                rooms.targets().digest(line.namespace, policy.name()).orElse(null);
        boolean due = RefreshDecision.due(externalSecret, request.now())
                || request.force()
                        && RefreshDecision.nextLook(externalSecret, request.now())
                                .isPresent();
        DesiredTarget.Metadata metadata =
                rooms.checks().expected(externalSecret, rooms.renderer().metadata(externalSecret));
        if (!due && TargetCheck.valid(externalSecret, policy, metadata, digest) && !line.targetAppeared(digest)) {
            // After a restart nobody has read them yet, and their changes are news all the same.
            TemplateSource.of(externalSecret)
                    .forEach(s -> rooms.templates()
                            .follow(externalSecret.getMetadata().getName(), s));
            return line.outcome(Kind.NOT_DUE, "", Optional.empty(), Next.INTERVAL);
        }
        try {
            rooms.renderer().check(externalSecret);
            return line.run(policy, digest);
        } catch (InvalidTargetException e) {
            return line.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.NEVER);
        } catch (RenderException e) {
            // What is fetched next may render.
            return line.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.BACK_OFF);
        } catch (ClusterException e) {
            if (e.reason() == ClusterException.Reason.CONFLICT) {
                return line.outcome(
                        Kind.FAILED,
                        NOT_WRITTEN + ": somebody else wrote it at the same time",
                        Optional.empty(),
                        Next.AGAIN);
            }
            if (e.unreachable() || e.reason() == ClusterException.Reason.THROTTLED) {
                throw e; // Nothing is wrong with the target, and a status would be one more call that fails.
            }
            return line.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.BACK_OFF);
        }
    }
}
