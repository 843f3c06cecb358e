package dev.eso4j.core.externalsecret;

import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TemplateSources;

/** The rooms that a sync passes through, in this order; events come last. */
record SyncRooms(
        TargetRenderer renderer,
        Fetcher fetcher,
        TemplateSources templates,
        TargetLookup targets,
        TargetCheck checks,
        TargetPlanner planner,
        TargetWriter writer,
        StatusSink statuses,
        ExternalSecretEvents events) {}
