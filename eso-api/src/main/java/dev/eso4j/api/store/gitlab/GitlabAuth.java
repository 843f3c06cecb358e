package dev.eso4j.api.store.gitlab;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to GitLab.
 *
 * @param secretRef With an access token that is kept in a Secret.
 */
@ModelRecord
public record GitlabAuth(@JsonProperty("SecretRef") GitlabSecretRef secretRef) {}
