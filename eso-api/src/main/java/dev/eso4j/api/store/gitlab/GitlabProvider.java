package dev.eso4j.api.store.gitlab;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CI/CD variables of a project or of groups in GitLab, which are read only.
 *
 * @param url The address of GitLab, such as {@code https://gitlab.example.com/}; {@code https://gitlab.com/} when
 *     absent.
 * @param auth How to authenticate.
 * @param projectID The project whose variables are read: its number or its path, such as {@code acme/shop}. Needed
 *     unless {@code groupIDs} are given.
 * @param inheritFromGroups Whether the groups above the project are asked for what the project does not have;
 *     {@code false} when absent. Excludes {@code groupIDs}.
 * @param groupIDs The groups that are asked for what the project does not have, by number or path, the most general
 *     first: the last one that has a variable wins. Excludes {@code inheritFromGroups}.
 * @param environment The environment scope to read, such as {@code production}; variables of the scope {@code *}
 *     stand in for it. Variables of every scope when absent.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
@Rule(
        check = "(has(self.projectID) && self.projectID != '') || (has(self.groupIDs) && size(self.groupIDs) > 0)",
        message = "give projectID, groupIDs or both")
@Rule(
        check =
                "!(has(self.inheritFromGroups) && self.inheritFromGroups && has(self.groupIDs) && size(self.groupIDs) > 0)",
        message = "give either groupIDs or inheritFromGroups: true, which finds the groups itself")
public record GitlabProvider(
        @Nullable String url,
        GitlabAuth auth,
        @Nullable String projectID,
        @Nullable Boolean inheritFromGroups,
        List<String> groupIDs,
        @Nullable String environment,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public GitlabProvider {
        groupIDs = groupIDs == null ? List.of() : List.copyOf(groupIDs);
    }
}
