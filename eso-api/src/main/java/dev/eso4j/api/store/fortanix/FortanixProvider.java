package dev.eso4j.api.store.fortanix;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Security objects of Fortanix DSM, which are read only.
 *
 * @param apiUrl The address of the API; {@code https://sdkms.fortanix.com} when absent.
 * @param apiKey The API key of an app in Fortanix. Needed.
 */
@ModelRecord
@Rule(check = "has(self.apiKey)", message = "give apiKey, where the API key of the app stands")
public record FortanixProvider(
        @Nullable String apiUrl, @Nullable FortanixProviderSecretRef apiKey) {}
