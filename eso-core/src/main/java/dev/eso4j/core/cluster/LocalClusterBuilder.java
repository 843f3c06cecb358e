package dev.eso4j.core.cluster;

import dev.eso4j.core.cluster.ClusterException.Reason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Options of a {@link LocalCluster}. */
public final class LocalClusterBuilder {
    InstantSource clock = InstantSource.system();
    Supplier<UUID> uids = UUID::randomUUID;
    final List<ResourceType<?>> kinds = new ArrayList<>();
    int retainedChanges = 10_000;

    @Nullable
    Journal journal;

    LocalClusterBuilder() {}

    /** Sets where time stamps come from; the system's clock by default. */
    public LocalClusterBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** Sets where uids come from; random by default. */
    public LocalClusterBuilder uids(Supplier<UUID> uids) {
        this.uids = uids;
        return this;
    }

    /** Sets how many changes a watch can lag behind before it is {@link Reason#GONE}; 10,000 by default. */
    public LocalClusterBuilder retainedChanges(int changes) {
        if (changes < 1) {
            throw new IllegalArgumentException("retainedChanges is " + changes + "; it must be at least 1");
        }
        this.retainedChanges = changes;
        return this;
    }

    /** Adds a kind that there is beside those that External Secrets knows. */
    public LocalClusterBuilder kind(ResourceType<?> kind) {
        kinds.add(kind);
        return this;
    }

    /** Sets who is told of what outlives this process; nobody by default. */
    public LocalClusterBuilder journal(Journal journal) {
        this.journal = journal;
        return this;
    }

    /** Returns the cluster. */
    public LocalCluster build() {
        return new LocalCluster(this);
    }
}
