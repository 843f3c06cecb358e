package dev.eso4j.api.generator.github;

import dev.eso4j.api.ModelRecord;

/**
 * How to sign in as a GitHub app.
 *
 * @param privateKey The private key of the app.
 */
@ModelRecord
public record GithubAuth(GithubSecretRef privateKey) {}
