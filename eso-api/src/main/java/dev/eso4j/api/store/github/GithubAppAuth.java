package dev.eso4j.api.store.github;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The key of a GitHub App.
 *
 * @param privateKey Where the private key of the App stands, in PEM.
 */
@ModelRecord
public record GithubAppAuth(SecretKeySelector privateKey) {}
