package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.apply.GenericTargetException;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.RenderException;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.render.TemplateSources;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
            TargetTemplates templates,
            Fetcher fetcher,
            TemplateSources sources,
            TargetLookup targets,
            ManifestTargets manifests,
            TargetWriter writer,
            StatusSink statuses,
            EventSink sink) {
        ExternalSecretEvents events = new ExternalSecretEvents(sink);
        this.rooms = new SyncRooms(
                new TargetRenderer(templates),
                new ManifestRenderer(templates),
                fetcher,
                sources,
                targets,
                manifests,
                new TargetCheck(),
                new ManifestCheck(),
                new TargetPlanner(),
                writer,
                new Orphans(targets, writer, manifests, events),
                statuses,
                events);
    }

    /** Forgets what is remembered of an ExternalSecret that is gone. */
    public void forget(String namespace, String name) {
        rooms.checks().forget(namespace, name);
        rooms.manifestChecks().forget(namespace, name);
        rooms.manifests().forget(namespace, name, Optional.empty());
    }

    /**
     * Syncs.
     *
     * @throws StatusNotWrittenException if the status could not be written, whatever came of the target
     * @throws ClusterException if the API server cannot be reached or wants fewer calls, which is no fault of the target
     */
    public SyncOutcome sync(ExternalSecret externalSecret, SyncRequest request) {
        String name = externalSecret.getMetadata().getName();
        SyncVerdict verdict = new SyncVerdict(rooms, externalSecret, request, Conditions.SECRET, name);
        List<String> problems = ExternalSecretRules.check(externalSecret);
        if (!problems.isEmpty()) {
            return verdict.fail("invalid ExternalSecret", String.join("; ", problems), Next.NEVER);
        }
        TargetPolicy policy = TargetPolicy.of(externalSecret);
        ManifestReference manifest = ManifestRenderer.manifest(externalSecret);
        if (manifest == null) {
            verdict = new SyncVerdict(rooms, externalSecret, request, Conditions.SECRET, policy.name());
            SyncVerdict secret = verdict;
            return sync(() -> new SecretLine(rooms, secret, policy), secret, NOT_WRITTEN);
        }
        SyncVerdict resource = new SyncVerdict(rooms, externalSecret, request, Conditions.RESOURCE, policy.name());
        try {
            Optional<ResourceType<GenericKubernetesResource>> type =
                    rooms.manifests().type(manifest.apiVersion(), manifest.kind());
            return type.isEmpty()
                    ? resource.fail(
                            "could not get target resource",
                            "the cluster has no kind " + manifest.kind() + " in " + manifest.apiVersion()
                                    + "; install its CRD, or correct spec.target.manifest",
                            Next.BACK_OFF)
                    : sync(
                            () -> new ManifestLine(rooms, resource, policy, manifest, type.get()),
                            resource,
                            "could not apply template to manifest");
        } catch (GenericTargetException e) {
            // With the reason that it always had, since it says nothing about an object.
            return new SyncVerdict(rooms, externalSecret, request, Conditions.SECRET, policy.name())
                    .fail("invalid generic target", String.valueOf(e.getMessage()), Next.NEVER);
        }
    }

    /** The first look at a target may be refused as well, which is why the line is made in here. */
    private SyncOutcome sync(Supplier<? extends TargetLine> lines, SyncVerdict verdict, String notRendered) {
        ExternalSecret externalSecret = verdict.externalSecret;
        SyncRequest request = verdict.request;
        boolean due = RefreshDecision.due(externalSecret, request.now())
                || request.force()
                        && RefreshDecision.nextLook(externalSecret, request.now())
                                .isPresent();
        try {
            TargetLine line = lines.get();
            if (!due && line.valid()) {
                // After a restart nobody has read them yet, and their changes are news all the same.
                TemplateSource.of(externalSecret)
                        .forEach(s -> rooms.templates()
                                .follow(externalSecret.getMetadata().getName(), s));
                return verdict.outcome(Kind.NOT_DUE, "", Optional.empty(), Next.INTERVAL);
            }
            return line.run();
        } catch (InvalidTargetException e) {
            return verdict.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.NEVER);
        } catch (RenderException e) {
            // What is fetched next may render.
            return verdict.fail(notRendered, String.valueOf(e.getMessage()), Next.BACK_OFF);
        } catch (ClusterException e) {
            if (e.reason() == ClusterException.Reason.CONFLICT) {
                return verdict.outcome(
                        Kind.FAILED,
                        NOT_WRITTEN + ": somebody else wrote it at the same time",
                        Optional.empty(),
                        Next.AGAIN);
            }
            if (e.unreachable() || e.reason() == ClusterException.Reason.THROTTLED) {
                throw e; // Nothing is wrong with the target, and a status would be one more call that fails.
            }
            return verdict.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.BACK_OFF);
        }
    }
}
