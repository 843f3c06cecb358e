package dev.eso4j.api.store.chef;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A private key of Chef.
 *
 * @param privateKeySecretRef Where the private key stands, an RSA key in PEM.
 */
@ModelRecord
public record ChefAuthSecretRef(
        @Rule(check = "has(self.key)", message = "name the key of the Secret that holds the private key")
        SecretKeySelector privateKeySecretRef) {}
