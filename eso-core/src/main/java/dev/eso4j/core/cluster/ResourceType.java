package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource and the Java type that stands for it. Two types may stand for one kind: a Secret whole, and a Secret
 * of which only metadata and a digest are kept.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public final class ResourceType<T> {
    /** ExternalSecrets, without managedFields. */
    public static final ResourceType<ExternalSecret> EXTERNAL_SECRETS = externalSecrets(true);
    /** ExternalSecrets as far as a write of the status can change them: without the spec. Read-only. */
    public static final ResourceType<ExternalSecret> EXTERNAL_SECRET_STATES = externalSecrets(false);
    /** SecretStores, without managedFields. */
    public static final ResourceType<SecretStore> SECRET_STORES = new ResourceType<>(
            "external-secrets.io",
            "v1",
            "secretstores",
            "SecretStore",
            true,
            SecretStore::getMetadata,
            new StoreCodec<>(SecretStore.class, SecretStore::new),
            true,
            false);
    /** ClusterSecretStores, without managedFields. */
    public static final ResourceType<ClusterSecretStore> CLUSTER_SECRET_STORES = new ResourceType<>(
            "external-secrets.io",
            "v1",
            "clustersecretstores",
            "ClusterSecretStore",
            false,
            ClusterSecretStore::getMetadata,
            new StoreCodec<>(ClusterSecretStore.class, ClusterSecretStore::new),
            true,
            false);
    /** Secrets, whole. */
    public static final ResourceType<KubeSecret> SECRETS = new ResourceType<>(
            "", "v1", "secrets", "Secret", true, KubeSecret::metadata, new SecretCodec(), false, false);
    /** Secrets, of which metadata and the digest of the data are kept. */
    public static final ResourceType<SecretDigest> SECRET_DIGESTS = new ResourceType<>(
            "", "v1", "secrets", "Secret", true, SecretDigest::metadata, SecretDigest.CODEC, true, false);
    /** Metadata of Secrets; the data is not even transferred. Read-only. */
    public static final ResourceType<PartialObjectMetadata> SECRET_METADATA =
            partial("", "v1", "secrets", "Secret", true);
    /** Metadata of ConfigMaps. Read-only. */
    public static final ResourceType<PartialObjectMetadata> CONFIG_MAP_METADATA =
            partial("", "v1", "configmaps", "ConfigMap", true);
    /** ConfigMaps. */
    public static final ResourceType<ConfigMap> CONFIG_MAPS =
            model("", "v1", "configmaps", "ConfigMap", true, ConfigMap.class, false);
    /** Namespaces. */
    public static final ResourceType<Namespace> NAMESPACES =
            model("", "v1", "namespaces", "Namespace", false, Namespace.class, true);
    /** ServiceAccounts. */
    public static final ResourceType<ServiceAccount> SERVICE_ACCOUNTS =
            model("", "v1", "serviceaccounts", "ServiceAccount", true, ServiceAccount.class, true);
    /** Events. */
    public static final ResourceType<Event> EVENTS =
            new ResourceType<>("", "v1", "events", "Event", true, Event::getMetadata, new EventCodec(), false, false);
    /** Events as far as their writer cares: that they were stored. Read-only. */
    public static final ResourceType<ObjectMeta> EVENT_RECEIPTS =
            new ResourceType<>("", "v1", "events", "Event", true, o -> o, new ReceiptCodec(), true, false);
    /** Leases, as trees: their times have a form of their own, which only the leader election needs to know. */
    public static final ResourceType<GenericKubernetesResource> LEASES =
            generic("coordination.k8s.io", "v1", "leases", "Lease", true);

    private final String group;
    private final String version;
    private final String plural;
    private final String pluralStatus;
    private final String kind;
    private final boolean namespaced;
    private final Function<? super T, ObjectMeta> metadata;
    private final Codec<T> codec;
    private final boolean trimmed;
    private final boolean metadataOnly;

    private ResourceType(
            String group,
            String version,
            String plural,
            String kind,
            boolean namespaced,
            Function<? super T, ObjectMeta> metadata,
            Codec<T> codec,
            boolean trimmed,
            boolean metadataOnly) {
        this.group = group;
        this.version = version;
        this.plural = plural;
        this.pluralStatus = plural + "/status";
        this.kind = kind;
        this.namespaced = namespaced;
        this.metadata = metadata;
        this.codec = codec;
        this.trimmed = trimmed;
        this.metadataOnly = metadataOnly;
    }

    /** Returns the type of any other kind, read as a tree. */
    public static ResourceType<GenericKubernetesResource> generic(
            String group, String version, String plural, String kind, boolean namespaced) {
        return model(group, version, plural, kind, namespaced, GenericKubernetesResource.class, false);
    }

    /** Returns the type of a kind of the model, read as a tree. */
    public static ResourceType<GenericKubernetesResource> tree(Class<? extends CustomResource<?, ?>> kind) {
        return generic(
                HasMetadata.getGroup(kind),
                HasMetadata.getVersion(kind),
                HasMetadata.getPlural(kind),
                HasMetadata.getKind(kind),
                Namespaced.class.isAssignableFrom(kind));
    }

    /** Returns the type of this kind, read as a tree. */
    public ResourceType<GenericKubernetesResource> tree() {
        return generic(group, version, plural, kind, namespaced);
    }

    /** Returns the type of this kind of which metadata alone is read, and transferred. Read-only. */
    public ResourceType<PartialObjectMetadata> metadataOnly() {
        return partial(group, version, plural, kind, namespaced);
    }

    private static <T extends HasMetadata> ResourceType<T> model(
            String group, String version, String plural, String kind, boolean namespaced, Class<T> type, boolean trim) {
        return new ResourceType<>(
                group,
                version,
                plural,
                kind,
                namespaced,
                HasMetadata::getMetadata,
                BoundCodec.of(type, trim),
                trim,
                false);
    }

    private static ResourceType<ExternalSecret> externalSecrets(boolean withSpec) {
        return new ResourceType<>(
                "external-secrets.io",
                "v1",
                "externalsecrets",
                "ExternalSecret",
                true,
                ExternalSecret::getMetadata,
                new ExternalSecretCodec(withSpec),
                true,
                false);
    }

    private static ResourceType<PartialObjectMetadata> partial(
            String group, String version, String plural, String kind, boolean namespaced) {
        return new ResourceType<>(
                group,
                version,
                plural,
                kind,
                namespaced,
                PartialObjectMetadata::getMetadata,
                BoundCodec.of(PartialObjectMetadata.class, true),
                true,
                true);
    }

    /** Returns the API group; empty for the core group. */
    public String group() {
        return group;
    }

    /** Returns the version. */
    public String version() {
        return version;
    }

    /** Returns group and version as manifests have them. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Returns the plural name, as paths have it. */
    public String plural() {
        return plural;
    }

    /** Returns the kind. */
    public String kind() {
        return kind;
    }

    /** Returns whether objects live in namespaces. */
    public boolean namespaced() {
        return namespaced;
    }

    /** Returns the status subresource as counts name it. */
    String pluralStatus() {
        return pluralStatus;
    }

    /** Returns whether managedFields are left out. */
    boolean trimmed() {
        return trimmed;
    }

    /** Returns whether only metadata is read. */
    boolean isMetadataOnly() {
        return metadataOnly;
    }

    /** Returns the metadata of {@code object}. */
    public ObjectMeta metadata(T object) {
        return metadata.apply(object);
    }

    /** Reads one object; the parser stands on its first token and is left on its last. */
    T read(JsonParser parser) throws IOException {
        return codec.read(parser);
    }

    /** As {@link #read}, or {@code null} once {@code known} says of the metadata that nobody needs the rest. */
    @Nullable
    T readUnless(Predicate<ObjectMeta> known, JsonParser parser) throws IOException {
        return codec.readUnless(known, parser);
    }

    /** Writes one object. */
    void write(T object, JsonGenerator generator) throws IOException {
        codec.write(object, generator);
    }

    @Override
    public String toString() {
        return kind;
    }

    /** Reads and writes a Java type as JSON. */
    interface Codec<T> {
        T read(JsonParser parser) throws IOException;

        /** Whoever cannot stop half-way reads to the end, and asks nobody. */
        default @Nullable T readUnless(Predicate<ObjectMeta> known, JsonParser parser) throws IOException {
            return read(parser);
        }

        void write(T object, JsonGenerator generator) throws IOException;
    }
}
