package dev.eso4j.core.directory;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Options of a {@link LocalDirectory}. */
public final class LocalDirectoryBuilder {
    final Path directory;

    @Nullable
    Path output;

    OutputFormat format = OutputFormat.FILES;
    String namespace = "default";
    InstantSource clock = InstantSource.system();

    LocalDirectoryBuilder(Path directory) {
        this.directory = directory;
    }

    /** Sets where Secrets are written, and how; nowhere by default. */
    public LocalDirectoryBuilder output(Path output, OutputFormat format) {
        this.output = output;
        this.format = format;
        return this;
    }

    /** Sets the namespace of manifests that name none; {@code default} by default. */
    public LocalDirectoryBuilder namespace(String namespace) {
        this.namespace = namespace;
        return this;
    }

    /** Sets where time stamps come from; the system's clock by default. */
    public LocalDirectoryBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Reads the directory and returns it as a cluster, with what an earlier process left in the output. Manifests with
     * problems are left out; see {@link LocalDirectory#problems}.
     *
     * @throws dev.eso4j.core.cluster.ClusterException if the directory cannot be read
     */
    public LocalDirectory open() {
        return new LocalDirectory(this);
    }
}
