package dev.eso4j.api.store.akeyless;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Items of Akeyless, by its cloud or a gateway.
 *
 * @param akeylessGWApiURL The address of the API, such as {@code https://api.akeyless.io} or
 *     {@code https://gateway.example.com:8000/api/v2}; {@code https://api.akeyless.io} when empty.
 * @param authSecretRef How to authenticate.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 * @param ignoreCache Whether a gateway is told to fetch static secrets, rotated secrets and certificates anew instead
 *     of from its cache; {@code false} when absent.
 */
@ModelRecord
public record AkeylessProvider(
        @Rule(
                check = Forms.EMPTY_OR + Forms.IS_URL,
                message = "akeylessGWApiURL has to be a URL with a host, such as https://api.akeyless.io")
        String akeylessGWApiURL,

        AkeylessAuth authSecretRef,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider,
        @Nullable Boolean ignoreCache) {}
