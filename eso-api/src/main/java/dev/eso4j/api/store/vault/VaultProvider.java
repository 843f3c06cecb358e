package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a key/value engine of HashiCorp Vault, or of OpenBao by the same protocol.
 *
 * @param auth How to log in, by one method; of several, the first of {@code tokenSecretRef}, {@code appRole}, {@code
 *     kubernetes}, {@code ldap}, {@code userPass}, {@code jwt}, {@code cert}, {@code iam} and {@code gcp} counts. When
 *     absent, requests carry no token; a Vault agent or proxy in between has to add one.
 * @param server The address of the server, such as {@code https://vault.example.com:8200}. A path behind it is kept.
 * @param path Where the key/value engine is mounted, such as {@code secret}, without {@code /data}. When absent, every
 *     remote key begins with the mount.
 * @param version The version of the key/value engine: {@code v2} keeps versions of every secret, {@code v1} only the
 *     last value. {@code v2} unless given.
 * @param namespace The namespace inside Vault that holds the secrets, such as {@code team-a}. Vault Enterprise and
 *     OpenBao only; it is not a namespace of Kubernetes.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over {@code
 *     caProvider}; the authorities of the system are trusted when both are absent.
 * @param tls A client certificate that is shown on every connection, for a server that asks for one. It is no login;
 *     that is {@code auth.cert}.
 * @param caProvider The Secret or ConfigMap that holds the certificates of the authorities to trust, in place of {@code
 *     caBundle}.
 * @param readYourWrites Whether every answer is at least as new as what this store has seen before, when several nodes
 *     answer. Vault Enterprise only; false unless given.
 * @param forwardInconsistent Whether a node that is behind is asked to pass the request on to the active node instead
 *     of refusing it. Vault Enterprise only; it goes together with {@code readYourWrites}, and is false unless given.
 * @param headers Further headers of every request, logins included, such as {@code X-Tenant: blue}. They stand in the
 *     manifest for everybody to read, so no credentials belong here.
 * @param checkAndSet How a push avoids overwriting what somebody else wrote in the meantime. With {@code version: v2}
 *     only.
 */
@ModelRecord
@Rule(
        check =
                "!has(self.checkAndSet) || !has(self.checkAndSet.required) || !self.checkAndSet.required || !has(self.version) || self.version != 'v1'",
        message = "checkAndSet.required needs version v2: an engine of version v1 keeps no versions to compare with")
public record VaultProvider(
        @Nullable VaultAuth auth,
        String server,
        @Nullable String path,
        @OneOf({"v1", "v2"}) @Default("\"v2\"") @Nullable String version,
        @Nullable String namespace,
        @Nullable CABundle caBundle,
        @Nullable VaultClientTLS tls,
        @Nullable CAProvider caProvider,
        @Nullable Boolean readYourWrites,
        @Nullable Boolean forwardInconsistent,
        Map<String, String> headers,
        @Nullable VaultCheckAndSet checkAndSet) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public VaultProvider {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }
}
