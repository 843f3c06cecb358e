package dev.eso4j.api.store.github;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of GitHub Actions, which can be pushed only: GitHub never gives a value back. They belong to the
 * organization, or to {@code repository}, or to its {@code environment}.
 *
 * @param url The address of GitHub, such as {@code https://github.example.com/}; {@code https://github.com/} unless
 *     given.
 * @param uploadURL The address for uploads of a GitHub Enterprise server; that of {@code url} when absent.
 * @param auth How to authenticate.
 * @param appID The id of the GitHub App, a number that its settings show.
 * @param installationID The id of the installation of the App in the organization, the number at the end of its
 *     address.
 * @param organization The organization or user, such as {@code acme}.
 * @param repository The repository that gets the secrets, such as {@code shop}. The organization gets them when
 *     absent.
 * @param environment The environment of {@code repository} that gets the secrets, such as {@code production}. The
 *     whole repository gets them when absent. Without effect if {@code repository} is absent.
 * @param orgSecretVisibility Which repositories may use a secret of the organization: {@code all} of them, or those
 *     that are {@code private}. When absent a new secret is for all, and one that exists keeps what it has.
 */
@ModelRecord
public record GithubProvider(
        @Default("\"https://github.com/\"") @Nullable String url,
        @Nullable String uploadURL,
        GithubAppAuth auth,
        Long appID,
        Long installationID,
        String organization,
        @Nullable String repository,
        @Nullable String environment,
        @OneOf({"all", "private"}) @Nullable String orgSecretVisibility) {}
