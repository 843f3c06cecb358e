package dev.eso4j.api.generator.grafana;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Range;
import org.jspecify.annotations.Nullable;

/**
 * A service account and its tokens.
 *
 * @param name The name of the service account.
 * @param role The role that a new service account gets: {@code None}, {@code Viewer}, {@code Editor} or {@code Admin}.
 *     One that is there keeps its own.
 * @param secondsToLive How many seconds each token is valid; for ever when absent, which some servers refuse.
 */
@ModelRecord
public record GrafanaServiceAccount(
        String name, String role, @Range(min = 1) @Nullable Long secondsToLive) {}
