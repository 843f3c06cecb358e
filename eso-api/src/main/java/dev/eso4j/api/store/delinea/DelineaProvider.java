package dev.eso4j.api.store.delinea;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Delinea DevOps Secrets Vault, which are read only.
 *
 * @param clientId The client id.
 * @param clientSecret The client secret.
 * @param tenant The name of the tenant, such as {@code acme} for {@code acme.secretsvaultcloud.com}.
 * @param urlTemplate How addresses are made, with four times {@code %s} for tenant, domain, resource and path;
 *     {@code https://%s.secretsvaultcloud.%s/v1/%s%s} when absent.
 * @param tld The last part of the host name, such as {@code eu}; {@code com} when absent.
 */
@ModelRecord
public record DelineaProvider(
        DelineaProviderSecretRef clientId,
        DelineaProviderSecretRef clientSecret,

        @Rule(check = Forms.NOT_EMPTY, message = "tenant is empty; it is the first part of the host name of the vault")
        String tenant,

        @Nullable String urlTemplate,
        @Nullable String tld) {}
