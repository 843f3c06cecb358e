package dev.eso4j.api.store.previder;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Previder Vault.
 *
 * @param secretRef With an access token that is kept in a Secret. Needed.
 */
@ModelRecord
@Rule(check = "has(self.secretRef)", message = "give secretRef, where the access token stands")
public record PreviderAuth(@Nullable PreviderAuthSecretRef secretRef) {}
