package dev.eso4j.core;

import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.externalsecret.ExternalSecretSync;
import dev.eso4j.core.fetch.BackendReads;
import dev.eso4j.core.fetch.ClusterGenerators;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.render.TemplateSources;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreChecks;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreGates;
import dev.eso4j.core.store.StoreLookup;
import dev.eso4j.core.store.StoreResolver;

/** The rooms of the line, put together over one cluster. */
final class Engine implements AutoCloseable {
    final StoreClients clients;
    final StoreChecks checks;
    final StoreResolver stores;
    final BackendReads reads;
    final Fetcher fetcher;
    final TargetWriter writer;
    final ExternalSecretSync sync;

    Engine(
            Cluster cluster,
            EngineOptions options,
            StoreLookup storeLookup,
            TargetLookup targets,
            ReferenceObserver references,
            TemplateSources templates,
            ManifestTargets manifests,
            StatusSink statuses,
            EventSink events,
            boolean floodGate) {
        clients = new StoreClients(
                cluster,
                options.providers(),
                references,
                options.calls(),
                options.clock(),
                options.ticker(),
                new StoreGates(options.ticker(), options.callsPerStore(), options.callLimit(), options.waiters()));
        checks = new StoreChecks(clients);
        stores = new StoreResolver(storeLookup, clients, floodGate ? checks : null, options.controllerClass());
        reads = new BackendReads(options.ticker(), options.memo());
        writer = new TargetWriter(cluster, targets);
        ClusterGenerators generators =
                new ClusterGenerators(cluster, options.generators(), clients, options.clock(), options.random());
        fetcher = new Fetcher(stores, reads, generators);
        sync = new ExternalSecretSync(
                options.templates(), fetcher, templates, targets, manifests, writer, statuses, events);
    }

    /** Forgets a store that is gone. */
    void storeGone(boolean clusterScoped, NamespacedName name) {
        checks.forget(clusterScoped, name.namespace(), name.name());
        clients.gone(
                clusterScoped ? "ClusterSecretStore" : "SecretStore",
                clusterScoped ? null : name.namespace(),
                name.name());
    }

    @Override
    public void close() {
        clients.close();
        reads.clear();
    }
}
