package dev.eso4j.api.store.onboardbase;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The API key of Onboardbase, and the passcode that decrypts what it gives.
 *
 * @param apiKeyRef Where the API key stands.
 * @param passcodeRef Where the passcode stands.
 */
@ModelRecord
public record OnboardbaseAuthSecretRef(
        @Rule(check = "has(self.name)", message = "name the Secret that holds the API key")
        SecretKeySelector apiKeyRef,

        @Rule(check = "has(self.name)", message = "name the Secret that holds the passcode")
        SecretKeySelector passcodeRef) {}
