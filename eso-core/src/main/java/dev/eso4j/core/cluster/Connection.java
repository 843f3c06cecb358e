package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which API server to talk to, and as whom.
 *
 * @param config address, TLS and credentials
 * @param reload how to obtain all that anew
 * @param tokenFile the file that the token is in, if it is in one
 */
record Connection(
        Config config, Supplier<Config> reload, @Nullable Path tokenFile) {}
