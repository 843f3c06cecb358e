package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a project in Infisical, in its cloud or self-hosted.
 *
 * @param auth How to authenticate.
 * @param secretsScope Which project, environment and folder the store is about.
 * @param hostAPI The address of the API, such as {@code https://infisical.example.com/api};
 *     {@code https://app.infisical.com/api} unless given. A missing {@code /api} is added.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
public record InfisicalProvider(
        InfisicalAuth auth,
        MachineIdentityScopeInWorkspace secretsScope,

        @Default("\"https://app.infisical.com/api\"") @Nullable
        String hostAPI,

        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
