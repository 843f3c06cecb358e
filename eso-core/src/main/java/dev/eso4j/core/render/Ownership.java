package dev.eso4j.core.render;

import dev.eso4j.core.cluster.ObjectHash;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** By which names and references a target is known to be the work of an ExternalSecret. */
public final class Ownership {
    /** Label of every target. */
    public static final String MANAGED_LABEL = "reconcile.external-secrets.io/managed";
    /** Label of targets that the ExternalSecret owns; its value is {@link #creatorHash}. */
    public static final String CREATOR_LABEL = "reconcile.external-secrets.io/created-by";
    /** Annotation with the hash of the target's data. */
    public static final String HASH_ANNOTATION = "reconcile.external-secrets.io/data-hash";
    /** Annotation by which kubectl remembers what was applied; it may hold values and is never copied. */
    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final String GROUP = "external-secrets.io/";
    private static final String MANAGER_PREFIX = "externalsecrets.external-secrets.io/";

    private Ownership() {}

    /** Returns the field manager of an ExternalSecret's writes. */
    public static String fieldManager(String externalSecret) {
        String name = MANAGER_PREFIX + externalSecret;
        return name.length() > 63 ? MANAGER_PREFIX + "sha3/" + ObjectHash.ofText(externalSecret) : name;
    }

    /** Returns the value of {@link #CREATOR_LABEL}. */
    public static String creatorHash(String namespace, String externalSecret) {
        return ObjectHash.ofText(namespace + "/" + externalSecret);
    }

    /** Returns the controller reference to an ExternalSecret. */
    public static OwnerReference reference(ObjectMeta externalSecret) {
        return new OwnerReferenceBuilder()
                .withApiVersion(GROUP + "v1")
                .withKind("ExternalSecret")
                .withName(externalSecret.getName())
                .withUid(externalSecret.getUid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }

    /** Returns the controller of an object. */
    public static Optional<OwnerReference> controller(ObjectMeta object) {
        List<OwnerReference> owners = object.getOwnerReferences();
        return owners == null
                ? Optional.empty()
                : owners.stream()
                        .filter(o -> Boolean.TRUE.equals(o.getController()))
                        .findFirst();
    }

    /** Returns whether exactly this ExternalSecret, not one of the same name before it, is the controller of an object. */
    public static boolean isController(ObjectMeta externalSecret, ObjectMeta object) {
        return controller(object)
                .filter(o -> Objects.equals(o.getUid(), externalSecret.getUid()))
                .isPresent();
    }

    /** Returns whether a reference is to an ExternalSecret of any version of the API. */
    public static boolean isExternalSecret(OwnerReference owner) {
        return "ExternalSecret".equals(owner.getKind()) && owner.getApiVersion().startsWith(GROUP);
    }
}
