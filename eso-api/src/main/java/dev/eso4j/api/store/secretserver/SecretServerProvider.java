package dev.eso4j.api.store.secretserver;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Delinea Secret Server or of the Delinea Platform. Needs {@code token}, or {@code username} and
 * {@code password}.
 *
 * @param username The name of the user, or the client id on the Delinea Platform. Unused with {@code token}.
 * @param password The password of the user, or the client secret on the Delinea Platform. Unused with {@code token}.
 * @param token An access token that was issued before. Wins over {@code username} and {@code password}.
 * @param domain The directory domain of the user, such as {@code corp.example.com}. None, for a local user, when
 *     absent.
 * @param serverURL The address of Secret Server, such as {@code https://acme.secretservercloud.com}, or of the
 *     Delinea Platform, such as {@code https://acme.delinea.app}.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
@Rule(
        check = "has(self.token) || (has(self.username) && has(self.password))",
        message = "give token, or username and password")
public record SecretServerProvider(
        @Nullable SecretServerProviderRef username,
        @Nullable SecretServerProviderRef password,
        @Nullable SecretServerProviderRef token,
        @Nullable String domain,

        @Rule(
                check = Forms.NOT_EMPTY,
                message =
                        "serverURL is empty; it is the address of Secret Server, such as https://acme.secretservercloud.com")
        String serverURL,

        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
