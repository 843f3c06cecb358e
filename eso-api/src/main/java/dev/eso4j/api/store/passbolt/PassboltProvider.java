package dev.eso4j.api.store.passbolt;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Resources of Passbolt, which are read only.
 *
 * @param auth How to authenticate.
 * @param host The address of Passbolt, such as {@code https://passbolt.example.com}. Only https is accepted.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
public record PassboltProvider(
        PassboltAuth auth,

        @Rule(check = Forms.IS_HTTPS_URL, message = "host has to be an https URL, such as https://passbolt.example.com")
        String host,

        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
