package dev.eso4j.api.store.fortanix;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An API key of Fortanix.
 *
 * @param secretRef Where the API key stands, in Base64 as Fortanix shows it. Needed, with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.secretRef) && has(self.secretRef.name) && has(self.secretRef.key)",
        message = "give secretRef with the name of the Secret and the key in it")
public record FortanixProviderSecretRef(@Nullable SecretKeySelector secretRef) {}
