package dev.eso4j.api.store.nebiusmysterybox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Nebius MysteryBox; read only.
 *
 * @param apiDomain The domain of the API, such as {@code api.eu.nebius.cloud}, with a port if it is not 443; without
 *     {@code https://}.
 * @param auth How to authenticate.
 * @param caProvider The certificates of the authorities to trust; those of the system when absent.
 */
@ModelRecord
@Rule(
        check = "self.apiDomain.contains('.') && !self.apiDomain.contains('/')",
        message = "apiDomain is a domain, with its port if need be and without a scheme: api.eu.nebius.cloud")
public record NebiusMysteryboxProvider(
        String apiDomain, NebiusAuth auth, @Nullable NebiusCAProvider caProvider) {}
