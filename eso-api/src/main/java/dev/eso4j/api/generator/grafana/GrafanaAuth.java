package dev.eso4j.api.generator.grafana;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.generator.LocalSecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to Grafana, with rights to manage service accounts; at least one member.
 *
 * @param token With the token of a service account, which wins over {@code basic}.
 * @param basic With the name and password of a user.
 */
@ModelRecord
@Rule(
        check = "has(self.token) || has(self.basic)",
        message = "there is no way to sign in: set auth.token or auth.basic")
public record GrafanaAuth(
        @Nullable LocalSecretKeySelector token, @Nullable GrafanaBasicAuth basic) {}
