package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.store.kubernetes.CertAuth;
import dev.eso4j.api.store.kubernetes.KubernetesAuth;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.kubernetes.KubernetesServer;
import dev.eso4j.api.store.kubernetes.TokenAuth;
import dev.eso4j.provider.kit.ReferenceChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the manifest of a kubernetes store without any network. Not thread-safe. */
final class KubernetesChecks {
    static final String FIELD = "spec.provider.kubernetes";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private final StoreIdentity store;
    private final List<String> problems = new ArrayList<>();

    KubernetesChecks(StoreIdentity store) {
        this.store = store;
    }

    List<String> check(KubernetesProvider config) {
        String namespace = config.remoteNamespace();
        if (namespace != null && !LABEL.matcher(namespace).matches()) {
            problems.add(FIELD + ".remoteNamespace is not the name of a namespace; correct it.");
        }
        KubernetesAuth auth = config.auth();
        if (config.authRef() != null) {
            if (auth != null) {
                problems.add(FIELD + ".auth and .authRef are both set; remove one of them.");
            }
            reference(FIELD + ".authRef", config.authRef());
            problems.addAll(ReferenceChecks.referent(store, FIELD + ".authRef", config.authRef()));
        } else {
            server(config.server());
            if (auth == null) {
                problems.add(FIELD + ".auth is missing; set one of its members, or authRef.");
            } else {
                auth(auth);
            }
        }
        return List.copyOf(problems);
    }

    private void server(@Nullable KubernetesServer server) {
        if (server == null) {
            return;
        }
        String problem = ServerAddress.problem(server.url());
        if (problem != null) {
            problems.add(FIELD + ".server.url " + problem);
        }
        if (server.caProvider() != null) {
            authority(server.caProvider());
        }
    }

    private void authority(CAProvider provider) {
        String field = FIELD + ".server.caProvider";
        if (!store.clusterScoped() && !blank(provider.namespace())) {
            problems.add(field + ".namespace must not be set in a SecretStore; remove it.");
        } else {
            problems.addAll(ReferenceChecks.authority(store, field, provider));
        }
    }

    private void auth(KubernetesAuth auth) {
        long methods = Stream.of(auth.cert(), auth.token(), auth.serviceAccount())
                .filter(Objects::nonNull)
                .count();
        if (methods != 1) {
            problems.add(FIELD + ".auth has " + methods + " members; set exactly one of cert, token, serviceAccount.");
        }
        String field = FIELD + ".auth";
        CertAuth cert = auth.cert();
        if (cert != null) {
            reference(field + ".cert.clientCert", cert.clientCert());
            problems.addAll(ReferenceChecks.strict(store, field + ".cert.clientCert", cert.clientCert()));
            reference(field + ".cert.clientKey", cert.clientKey());
            problems.addAll(ReferenceChecks.referent(store, field + ".cert.clientKey", cert.clientKey()));
        }
        TokenAuth token = auth.token();
        if (token != null) {
            reference(field + ".token.bearerToken", token.bearerToken());
            problems.addAll(ReferenceChecks.strict(store, field + ".token.bearerToken", token.bearerToken()));
        }
        ServiceAccountSelector account = auth.serviceAccount();
        if (account != null) {
            if (blank(account.name())) {
                problems.add(field + ".serviceAccount.name is missing; name the ServiceAccount.");
            }
            problems.addAll(ReferenceChecks.referent(store, field + ".serviceAccount", account));
        }
    }

    private void reference(String field, @Nullable SecretKeySelector selector) {
        if (selector == null) {
            problems.add(field + " is missing; name a Secret and a key.");
        } else {
            problems.addAll(ReferenceChecks.complete(field, selector));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
