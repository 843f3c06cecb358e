package dev.eso4j.api.store.azurekv;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an application in Entra.
 *
 * @param clientId The Secret with the id of the application (client id).
 * @param tenantId The Secret with the id of the tenant, with {@code authType: WorkloadIdentity}.
 * @param clientSecret The Secret with the client secret of the application. Excludes {@code clientCertificate}.
 * @param clientCertificate The Secret with a certificate of the application and its RSA key, both in one PEM text.
 *     Excludes {@code clientSecret}.
 */
@ModelRecord
public record AzureKVAuth(
        @Nullable SecretKeySelector clientId,
        @Nullable SecretKeySelector tenantId,
        @Nullable SecretKeySelector clientSecret,
        @Nullable SecretKeySelector clientCertificate) {}
