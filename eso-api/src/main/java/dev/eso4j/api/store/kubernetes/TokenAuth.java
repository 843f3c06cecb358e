package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A bearer token.
 *
 * @param bearerToken The Secret with the token; with name and key.
 */
@ModelRecord
@Rule(
        check = "has(self.bearerToken.name) && has(self.bearerToken.key)",
        message = "bearerToken needs the name of the Secret and the key inside it")
public record TokenAuth(SecretKeySelector bearerToken) {}
