package dev.eso4j.api.store.doppler;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A token of Doppler.
 *
 * @param dopplerToken Where the token stands; the key is {@code dopplerToken} unless given.
 */
@ModelRecord
public record DopplerAuthSecretRef(
        @Rule(check = "has(self.name)", message = "name the Secret that holds the token")
        SecretKeySelector dopplerToken) {}
