package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Authorization header of the calls of a {@link KubernetesCluster}. A token that lives in a file is read again every
 * minute, since the kubelet replaces it long before it expires; other credentials are obtained anew when the API server
 * does not accept them any more.
 */
final class Credentials {
    private static final Logger LOGGER = LoggerFactory.getLogger(Credentials.class);
    private static final long REREAD_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<Config> source;
    private final @Nullable Path tokenFile;
    private final LongSupplier nanoTime;
    private volatile Config config;
    private volatile @Nullable String header;
    private volatile long readAt;

    Credentials(Config config, Supplier<Config> source, @Nullable Path tokenFile, LongSupplier nanoTime) {
        this.config = config;
        this.source = source;
        this.tokenFile = tokenFile;
        this.nanoTime = nanoTime;
        this.header = read();
    }

    /** Returns the value of the header; {@code null} if none is sent. */
    @Nullable
    String header() {
        OAuthTokenProvider provider = config.getOauthTokenProvider();
        if (provider != null && blank(config.getOauthToken()) && !basic()) {
            return bearer(provider.getToken());
        }
        if (tokenFile != null && nanoTime.getAsLong() - readAt > REREAD_NANOS) {
            header = read();
        }
        return header;
    }

    /** Obtains the credentials anew unless another thread has done so since {@code rejected} was sent. */
    synchronized void refresh(@Nullable String rejected) {
        if (tokenFile == null && java.util.Objects.equals(rejected, header)) {
            config = source.get();
        }
        header = read();
    }

    private boolean basic() {
        return !blank(config.getUsername()) && !blank(config.getPassword());
    }

    private @Nullable String read() {
        readAt = nanoTime.getAsLong();
        if (basic()) {
            String pair = config.getUsername() + ":" + config.getPassword();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        if (tokenFile != null) {
            try {
                return bearer(Files.readString(tokenFile).strip());
            } catch (IOException e) {
                LOGGER.warn("the token file {} cannot be read; the token read before is used on", tokenFile, e);
                return header != null ? header : bearer(token());
            }
        }
        return bearer(token());
    }

    private @Nullable String token() {
        return blank(config.getOauthToken()) ? config.getAutoOAuthToken() : config.getOauthToken();
    }

    private static @Nullable String bearer(@Nullable String token) {
        return blank(token) ? null : "Bearer " + token;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
