package dev.eso4j.api.store.conjur;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Variables of CyberArk Conjur, which are read only.
 *
 * @param url The address of Conjur, such as {@code https://conjur.example.com}.
 * @param caBundle The certificates of the authorities to trust, in PEM or in Base64 of that. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 * @param auth How to authenticate.
 */
@ModelRecord
public record ConjurProvider(
        @Rule(
                check = Forms.NOT_EMPTY,
                message = "url is empty; it is the address of Conjur, such as https://conjur.example.com")
        String url,

        @Nullable String caBundle,
        @Nullable CAProvider caProvider,
        ConjurAuth auth) {}
