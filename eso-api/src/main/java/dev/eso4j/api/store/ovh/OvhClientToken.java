package dev.eso4j.api.store.ovh;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The login by a token.
 *
 * @param tokenSecretRef The Secret with the token; with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.tokenSecretRef.name) && has(self.tokenSecretRef.key)",
        message = "tokenSecretRef needs the name of the Secret and the key inside it")
public record OvhClientToken(SecretKeySelector tokenSecretRef) {}
