package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.store.kubernetes.CertAuth;
import dev.eso4j.api.store.kubernetes.KubernetesAuth;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.kubernetes.TokenAuth;
import dev.eso4j.provider.kit.HttpCallListener;
import dev.eso4j.provider.kit.ReferenceChecks;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves stores whose secrets are Kubernetes Secrets of one namespace, in this or another cluster.
 *
 * <p>Only credentials that the store names are used, never those of the process. Thread-safe.
 */
public final class KubernetesStoreProvider implements SecretStoreProvider {
    static final String NAME = "kubernetes";

    private final HttpCallListener calls;

    /** Creates the provider. */
    public KubernetesStoreProvider() {
        this((call, status, time) -> {});
    }

    /** Creates the provider with somebody who is told about every request that it makes. */
    public KubernetesStoreProvider(HttpCallListener calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ, Capability.WRITE);
    }

    @Override
    public List<String> validate(StoreSpec store) {
        KubernetesProvider config;
        try {
            config = store.config(NAME, KubernetesProvider.class);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage() + "; correct the field.");
        }
        return new KubernetesChecks(store.identity()).check(config);
    }

    @Override
    public boolean referent(StoreSpec store) {
        KubernetesProvider config = store.config(NAME, KubernetesProvider.class);
        StoreIdentity identity = store.identity();
        KubernetesAuth auth = config.auth();
        if (ReferenceChecks.leftToConsumer(identity, config.authRef())) {
            return true;
        }
        if (auth == null) {
            return false;
        }
        TokenAuth token = auth.token();
        CertAuth cert = auth.cert();
        return ReferenceChecks.leftToConsumer(identity, auth.serviceAccount())
                || leftToConsumer(identity, token == null ? null : token.bearerToken())
                || leftToConsumer(identity, cert == null ? null : cert.clientCert())
                || leftToConsumer(identity, cert == null ? null : cert.clientKey());
    }

    private static boolean leftToConsumer(StoreIdentity store, @Nullable SecretKeySelector reference) {
        return ReferenceChecks.leftToConsumer(store, reference);
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        if (referent(context.store()) && context.credentials().consumerUnknown()) {
            return new UnconsumedClient(context.store().identity());
        }
        KubernetesProvider config = context.store().config(NAME, KubernetesProvider.class);
        String namespace = config.remoteNamespace() == null ? "default" : config.remoteNamespace();
        KubeApi api = KubeApi.connect(KubeConnection.resolve(config, context), context.clock(), calls);
        return new KubernetesClient(context.store().identity(), api, namespace);
    }
}
