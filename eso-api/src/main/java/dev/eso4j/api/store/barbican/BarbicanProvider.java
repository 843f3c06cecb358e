package dev.eso4j.api.store.barbican;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of OpenStack Barbican; read only.
 *
 * @param authURL The address of Keystone, version 3, such as {@code https://keystone.example.com/v3}. It has to be
 *     given.
 * @param tenantName The name of the project of the secrets.
 * @param domainName The name of the domain of user and project, such as {@code Default}.
 * @param region The region whose Barbican is used, such as {@code RegionOne}.
 * @param auth The user to authenticate as.
 */
@ModelRecord
@Rule(
        check = "has(self.authURL) && self.authURL != ''",
        message = "authURL is missing; it is the address of Keystone, such as https://keystone.example.com/v3")
public record BarbicanProvider(
        @Nullable String authURL,
        @Nullable String tenantName,
        @Nullable String domainName,
        @Nullable String region,
        BarbicanAuth auth) {}
