package dev.eso4j.api.generator.gitlab;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Required;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which project or group the deploy token is for, and what it may do.
 *
 * @param url The address of the GitLab server; {@code https://gitlab.com} when absent.
 * @param projectID The project, by number or path, such as {@code team/app}. Excludes {@code groupID}; one of the two
 *     is needed.
 * @param groupID The group, by number or path. Excludes {@code projectID}.
 * @param name The name of the token, as GitLab lists it.
 * @param username The user name that belongs to the token; GitLab makes one, {@code gitlab+deploy-token-N}, when
 *     absent.
 * @param scopes What the token may do. The two for virtual registries are for projects only.
 * @param expiresAt When the token expires, such as {@code 2027-01-31T00:00:00Z}; never when absent.
 * @param auth How to sign in.
 */
@ModelRecord
@Rule(
        check = "has(self.projectID) != has(self.groupID)",
        message = "a deploy token belongs to a project or to a group: set either projectID or groupID")
public record GitlabDeployTokenSpec(
        @Nullable String url,
        @Length(min = 1) @Nullable String projectID,
        @Length(min = 1) @Nullable String groupID,
        @Length(min = 1) String name,
        @Nullable String username,

        @Required @ItemCount(min = 1)
        List<
                        @OneOf({
                            "read_repository",
                            "read_registry",
                            "write_registry",
                            "read_package_registry",
                            "write_package_registry",
                            "read_virtual_registry",
                            "write_virtual_registry"
                        })
                        String>
                scopes,

        @Format("date-time") @Nullable String expiresAt,
        GitlabAuth auth) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public GitlabDeployTokenSpec {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }
}
