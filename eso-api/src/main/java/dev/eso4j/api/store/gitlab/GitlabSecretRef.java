package dev.eso4j.api.store.gitlab;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An access token of GitLab.
 *
 * @param accessToken Where the token stands: of a person, a project or a group, with the scope {@code read_api}.
 *     Needed, with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.accessToken) && has(self.accessToken.name) && has(self.accessToken.key)",
        message = "give accessToken with the name of the Secret and the key in it")
public record GitlabSecretRef(@Nullable SecretKeySelector accessToken) {}
