package dev.eso4j.api.generator.github;

import dev.eso4j.api.ModelRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which installation of a GitHub app the token is for, and what it may do.
 *
 * @param url The address of the API; {@code https://api.github.com} when absent, {@code https://HOST/api/v3} for a
 *     server of your own.
 * @param appID The id of the app, such as {@code 123456}.
 * @param installID The id of its installation, the number at the end of the address of its settings page.
 * @param repositories The repositories that the token is for, by name without the owner; all that the installation may
 *     use when empty.
 * @param permissions What the token may do, such as {@code contents: read}; all that the app may do when empty.
 * @param auth How to sign in.
 */
@ModelRecord
public record GithubAccessTokenSpec(
        @Nullable String url,
        String appID,
        String installID,
        List<String> repositories,
        Map<String, String> permissions,
        GithubAuth auth) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public GithubAccessTokenSpec {
        repositories = repositories == null ? List.of() : List.copyOf(repositories);
        permissions = permissions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
    }
}
