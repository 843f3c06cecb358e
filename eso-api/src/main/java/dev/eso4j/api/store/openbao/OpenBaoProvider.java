package dev.eso4j.api.store.openbao;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a key/value engine of OpenBao; read only.
 *
 * @param auth How to log in. When absent, requests carry no token; an agent or proxy in between has to add one.
 * @param server The address of the server, such as {@code https://bao.example.com:8200}. A path behind it is kept.
 * @param path Where the key/value engine is mounted; {@code kv} unless given.
 * @param version The version of the key/value engine: {@code v2} keeps versions of every secret, {@code v1} only the
 *     last value. {@code v2} unless given.
 * @param namespace The namespace inside OpenBao that holds the secrets, such as {@code team-a}. It is not a namespace
 *     of Kubernetes.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Excludes {@code caProvider};
 *     the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds the certificates of the authorities to trust. Excludes {@code
 *     caBundle}.
 */
@ModelRecord
@Rule(
        check = "!has(self.caBundle) || !has(self.caProvider)",
        message = "caBundle and caProvider exclude each other; keep one of them")
public record OpenBaoProvider(
        @Nullable OpenBaoAuth auth,
        String server,
        @Nullable String path,
        @OneOf({"v1", "v2"}) @Default("\"v2\"") @Nullable String version,
        @Nullable String namespace,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
