package dev.eso4j.api.store.pulumi;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Values of an environment in Pulumi ESC. Needs exactly one of {@code auth} and {@code accessToken}.
 *
 * @param apiUrl The address of the API with its path, such as {@code https://pulumi.example.com/api/esc};
 *     {@code https://api.pulumi.com/api/esc} unless given.
 * @param auth How to authenticate. Excludes {@code accessToken}.
 * @param accessToken The access token, in the place of earlier versions: prefer {@code auth.accessToken}. Excludes
 *     {@code auth}.
 * @param organization The organization that owns the environment, such as {@code acme}.
 * @param project The project that the environment is in, such as {@code shop}.
 * @param environment The name of the environment, such as {@code production}.
 */
@ModelRecord
@Rule(check = "has(self.auth) != has(self.accessToken)", message = "give either auth or the older accessToken")
public record PulumiProvider(
        @Default("\"https://api.pulumi.com/api/esc\"") @Nullable
        String apiUrl,

        @Nullable PulumiAuth auth,
        @Nullable PulumiProviderSecretRef accessToken,

        @Rule(check = Forms.NOT_EMPTY, message = "organization is empty; it is the name of an organization in Pulumi")
        String organization,

        @Rule(check = Forms.NOT_EMPTY, message = "project is empty; it is the project that the environment is in")
        String project,

        @Rule(
                check = Forms.NOT_EMPTY,
                message = "environment is empty; it is the name of an environment in the project")
        String environment) {}
