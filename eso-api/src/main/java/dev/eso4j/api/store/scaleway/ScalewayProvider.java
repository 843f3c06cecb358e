package dev.eso4j.api.store.scaleway;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Scaleway Secret Manager.
 *
 * @param apiUrl The address of the API; {@code https://api.scaleway.com} unless given.
 * @param region The region of the secrets, such as {@code fr-par}.
 * @param projectId The id of the project of the secrets, such as {@code 6f1a4a2e-7d0b-4c57-9a3e-2b8c1d5e9f04}.
 * @param accessKey The id of the API key, such as {@code SCWXXXXXXXXXXXXXXXXX}.
 * @param secretKey The secret key of the API key. Keep it in a Secret: as a {@code value} everybody who may read the
 *     store can see it.
 */
@ModelRecord
@Rule(
        check = "!has(self.apiUrl) || self.apiUrl == '' || isURL(self.apiUrl)",
        message = "apiUrl is not a URL; write it with its scheme, such as https://api.scaleway.com, or leave it out")
@Rule(
        check = "self.region.matches('^[a-z]{2}-[a-z]{3}$')",
        message = "region is not one of Scaleway's, which look like fr-par")
@Rule(
        check = "self.projectId.matches('" + Forms.UUID + "')",
        message = "projectId is not a UUID, such as 6f1a4a2e-7d0b-4c57-9a3e-2b8c1d5e9f04")
public record ScalewayProvider(
        @Nullable String apiUrl,
        String region,
        String projectId,
        ScalewayProviderSecretRef accessKey,
        ScalewayProviderSecretRef secretKey) {}
