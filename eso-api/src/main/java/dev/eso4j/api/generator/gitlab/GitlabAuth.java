package dev.eso4j.api.generator.gitlab;

import dev.eso4j.api.ModelRecord;

/**
 * How to sign in to GitLab.
 *
 * @param token An access token with the scope {@code api}, of a maintainer of the project or an owner of the group.
 */
@ModelRecord
public record GitlabAuth(GitlabSecretRef token) {}
