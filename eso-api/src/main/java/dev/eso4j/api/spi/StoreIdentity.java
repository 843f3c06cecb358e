package dev.eso4j.api.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which store, in which state, is used on whose behalf; equal identities may share clients and reads.
 *
 * @param kind {@code SecretStore} or {@code ClusterSecretStore}; or the kind of a generator, which has a gate as stores do
 * @param namespace the store's namespace; {@code null} for a ClusterSecretStore
 * @param name the store's name
 * @param uid the store's uid; empty where there is none
 * @param generation the generation of its spec
 * @param consumerNamespace the namespace on whose behalf credentials are resolved; empty when a ClusterSecretStore is
 *     checked, or when none of its references depends on the consumer
 */
public record StoreIdentity(
        String kind, @Nullable String namespace, String name, String uid, long generation, String consumerNamespace) {
    /** Returns whether it is a store, and not a generator. */
    public boolean isStore() {
        return kind.equals("SecretStore") || kind.equals("ClusterSecretStore");
    }

    /** Returns whether it is of the object with this kind, namespace and name, in whatever state. */
    public boolean isOf(String itsKind, @Nullable String itsNamespace, String itsName) {
        return kind.equals(itsKind) && name.equals(itsName) && Objects.equals(namespace, itsNamespace);
    }

    /** Returns whether it is of the same object as {@code other}, in another state. */
    public boolean replaces(StoreIdentity other) {
        return isOf(other.kind, other.namespace, other.name)
                && !(uid.equals(other.uid) && generation == other.generation);
    }

    /** Returns whether the store is a ClusterSecretStore. */
    public boolean clusterScoped() {
        return namespace == null;
    }

    // By hand: each read looks for its store, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoreIdentity o
                && generation == o.generation
                && name.equals(o.name)
                && uid.equals(o.uid)
                && kind.equals(o.kind)
                && consumerNamespace.equals(o.consumerNamespace)
                && Objects.equals(namespace, o.namespace);
    }

    @Override
    public int hashCode() {
        return ((uid.hashCode() * 31 + name.hashCode()) * 31 + consumerNamespace.hashCode()) * 31
                + Long.hashCode(generation);
    }

    /** Returns the store as messages name it, for example {@code SecretStore "vault" in namespace "shop"}. */
    public String display() {
        return kind + " \"" + name + "\"" + (namespace == null ? "" : " in namespace \"" + namespace + "\"");
    }
}
