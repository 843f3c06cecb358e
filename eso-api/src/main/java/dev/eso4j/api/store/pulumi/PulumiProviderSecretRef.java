package dev.eso4j.api.store.pulumi;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An access token of Pulumi.
 *
 * @param secretRef Where the access token stands. Needed, with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.secretRef) && has(self.secretRef.name) && has(self.secretRef.key)",
        message = "give secretRef with the name of the Secret and the key in it")
public record PulumiProviderSecretRef(@Nullable SecretKeySelector secretRef) {}
