package dev.eso4j.provider.kit;

import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.StoreIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks the namespaces of a store's references before anything is connected.
 *
 * <p>A SecretStore may name its own namespace only. A ClusterSecretStore must name one where the check is strict, and may
 * leave it to the consumer where the check is referent. Every method returns one sentence per problem, and nothing for a
 * reference that is not there. All methods are thread-safe.
 */
public final class ReferenceChecks {
    private ReferenceChecks() {}

    /** Checks a reference to a Secret that a ClusterSecretStore must give a namespace. */
    public static List<String> strict(StoreIdentity store, String field, @Nullable SecretKeySelector reference) {
        return reference == null ? List.of() : check(store, field, reference.namespace(), true);
    }

    /** Checks a reference to a ServiceAccount that a ClusterSecretStore must give a namespace. */
    public static List<String> strict(StoreIdentity store, String field, @Nullable ServiceAccountSelector reference) {
        return reference == null ? List.of() : check(store, field, reference.namespace(), true);
    }

    /** Checks a reference to a Secret that may be resolved in the consumer's namespace. */
    public static List<String> referent(StoreIdentity store, String field, @Nullable SecretKeySelector reference) {
        return reference == null ? List.of() : check(store, field, reference.namespace(), false);
    }

    /** Checks a reference to a ServiceAccount that may be resolved in the consumer's namespace. */
    public static List<String> referent(StoreIdentity store, String field, @Nullable ServiceAccountSelector reference) {
        return reference == null ? List.of() : check(store, field, reference.namespace(), false);
    }

    /** Checks that a reference to a Secret names the Secret and the key. */
    public static List<String> complete(String field, @Nullable SecretKeySelector reference) {
        List<String> problems = new ArrayList<>();
        if (reference != null && blank(reference.name())) {
            problems.add(field + ".name is missing; name the Secret.");
        }
        if (reference != null && blank(reference.key())) {
            problems.add(field + ".key is missing; name the key in the Secret.");
        }
        return List.copyOf(problems);
    }

    /** Checks a reference to the certificates of the authorities to trust; a ClusterSecretStore must give it a namespace. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public static List<String> authority(StoreIdentity store, String field, @Nullable CAProvider provider) {
        if (provider == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (store.clusterScoped() && blank(provider.namespace())) {
            problems.add(field + ".namespace is missing; a ClusterSecretStore must say where the certificates are.");
        } else {
            problems.addAll(check(store, field, provider.namespace(), true));
        }
        if (!"Secret".equals(provider.type()) && !"ConfigMap".equals(provider.type())) {
            problems.add(field + ".type is neither Secret nor ConfigMap; set one of them.");
        }
        if (blank(provider.name())) {
            problems.add(field + ".name is missing; name the object that holds the certificates.");
        }
        if (blank(provider.key())) {
            problems.add(field + ".key is missing; name the key that holds the certificates.");
        }
        return List.copyOf(problems);
    }

    /** Returns whether a reference of a ClusterSecretStore is resolved in the consumer's namespace. */
    public static boolean leftToConsumer(StoreIdentity store, @Nullable SecretKeySelector reference) {
        return reference != null && store.clusterScoped() && blank(reference.namespace());
    }

    /** Returns whether a reference of a ClusterSecretStore is resolved in the consumer's namespace. */
    public static boolean leftToConsumer(StoreIdentity store, @Nullable ServiceAccountSelector reference) {
        return reference != null && store.clusterScoped() && blank(reference.namespace());
    }

    private static List<String> check(StoreIdentity store, String field, @Nullable String namespace, boolean strict) {
        if (store.clusterScoped()) {
            return strict && blank(namespace)
                    ? List.of(field + ".namespace is missing; a ClusterSecretStore must say where the reference is.")
                    : List.of();
        }
        return blank(namespace) || Objects.equals(namespace, store.namespace())
                ? List.of()
                : List.of(field + ".namespace names another namespace than that of the SecretStore; remove it, or use a"
                        + " ClusterSecretStore.");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
