package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.store.kubernetes.CertAuth;
import dev.eso4j.api.store.kubernetes.KubernetesAuth;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.kubernetes.KubernetesServer;
import dev.eso4j.api.store.kubernetes.TokenAuth;
import dev.eso4j.provider.kit.CachedToken;
import dev.eso4j.provider.kit.Credentials;
import dev.eso4j.provider.kit.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to talk to an API server.
 *
 * @param server its address
 * @param tls whom to trust and how to identify oneself
 * @param tokens where bearer tokens come from
 */
record KubeConnection(URI server, Tls tls, TokenSource tokens) {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final String AUTH = KubernetesChecks.FIELD + ".auth";

    /** Reads the credentials that the store names. */
    static KubeConnection resolve(KubernetesProvider config, StoreContext context) {
        CredentialAccess credentials = context.credentials();
        if (config.authRef() != null) {
            String field = KubernetesChecks.FIELD + ".authRef";
            return Kubeconfig.parse(field, credentials.secret(field, config.authRef()))
                    .connection();
        }
        KubernetesServer server = config.server();
        URI address = ServerAddress.of(server == null ? null : server.url());
        Tls tls = Tls.system();
        if (server != null) {
            tls = tls.trusting(credentials.certificates(
                    KubernetesChecks.FIELD + ".server", server.caBundle(), server.caProvider()));
        }
        return authenticated(address, tls, config.auth(), context);
    }

    private static KubeConnection authenticated(
            URI address, Tls tls, @Nullable KubernetesAuth auth, StoreContext context) {
        CredentialAccess credentials = context.credentials();
        ServiceAccountSelector account = auth == null ? null : auth.serviceAccount();
        if (account != null) {
            // The audiences of the reference are added by the credential access itself.
            CachedToken token = new CachedToken(
                    () -> credentials.serviceAccountToken(AUTH + ".serviceAccount", account, List.of(), TOKEN_LIFETIME),
                    context.clock());
            return new KubeConnection(address, tls, TokenSource.of(token));
        }
        TokenAuth bearer = auth == null ? null : auth.token();
        if (bearer != null) {
            return new KubeConnection(
                    address,
                    tls,
                    TokenSource.stored(() -> credentials.secret(AUTH + ".token.bearerToken", bearer.bearerToken())));
        }
        CertAuth cert = auth == null ? null : auth.cert();
        if (cert != null) {
            SecretValue certificate = credentials.secret(AUTH + ".cert.clientCert", cert.clientCert());
            SecretValue key = credentials.secret(AUTH + ".cert.clientKey", cert.clientKey());
            Tls identified = tls.identifiedBy(Credentials.trimmed(certificate).utf8(), key);
            return new KubeConnection(address, identified, TokenSource.none());
        }
        throw new InvalidRequestException(
                AUTH + " names no credential", "set exactly one of cert, token, serviceAccount");
    }

    @Override
    public String toString() {
        return "KubeConnection[" + server + "]";
    }
}
