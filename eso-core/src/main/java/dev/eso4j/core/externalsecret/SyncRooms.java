package dev.eso4j.core.externalsecret;

import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TemplateSources;

/** The rooms that a sync passes through, in this order; events come last. */
record SyncRooms(
        TargetRenderer renderer,
        ManifestRenderer manifestRenderer,
        Fetcher fetcher,
        TemplateSources templates,
        TargetLookup targets,
        ManifestTargets manifests,
        TargetCheck checks,
        ManifestCheck manifestChecks,
        TargetPlanner planner,
        TargetWriter writer,
        Orphans orphans,
        StatusSink statuses,
        ExternalSecretEvents events) {}
