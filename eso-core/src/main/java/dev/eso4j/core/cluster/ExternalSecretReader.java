package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.Members.each;
import static dev.eso4j.core.cluster.Members.list;
import static dev.eso4j.core.cluster.Members.optional;
import static dev.eso4j.core.cluster.Members.text;

import com.fasterxml.jackson.core.JsonParser;
import dev.eso4j.api.externalsecret.Binding;
import dev.eso4j.api.externalsecret.BindingBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRefBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretSpecBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;
import dev.eso4j.api.externalsecret.ExternalSecretTargetBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.externalsecret.SecretStoreRefBuilder;
import dev.eso4j.api.externalsecret.StoreSourceRef;
import dev.eso4j.api.externalsecret.SyncWindows;
import java.io.IOException;

/** Reads spec and status of an ExternalSecret: what nearly all of them have by hand, the rest by databinding. */
@SuppressWarnings("NullAway") // As databinding does: the model decides what an absent member is.
final class ExternalSecretReader {
    private static final ResourceType.Codec<SyncWindows> SYNC_WINDOWS = BoundCodec.of(SyncWindows.class, true);
    private static final ResourceType.Codec<ExternalSecretTemplate> TEMPLATE =
            BoundCodec.of(ExternalSecretTemplate.class, true);
    private static final ResourceType.Codec<ManifestReference> MANIFEST = BoundCodec.of(ManifestReference.class, true);
    private static final ResourceType.Codec<StoreSourceRef> SOURCE = BoundCodec.of(StoreSourceRef.class, true);
    private static final ResourceType.Codec<ExternalSecretDataFromRemoteRef> DATA_FROM =
            BoundCodec.of(ExternalSecretDataFromRemoteRef.class, true);
    private static final ResourceType.Codec<Boolean> FLAG = BoundCodec.of(Boolean.class, true);

    private ExternalSecretReader() {}

    static ExternalSecretSpec spec(JsonParser p) throws IOException {
        ExternalSecretSpecBuilder spec = ExternalSecretSpecBuilder.builder();
        each(p, ExternalSecretSpec.class, (name, value) -> {
            switch (name) {
                case "secretStoreRef" -> spec.secretStoreRef(optional(value, ExternalSecretReader::storeRef));
                case "target" -> spec.target(optional(value, ExternalSecretReader::target));
                case "refreshPolicy" -> spec.refreshPolicy(text(value));
                case "refreshInterval" -> spec.refreshInterval(text(value));
                case "syncWindows" -> spec.syncWindows(optional(value, SYNC_WINDOWS::read));
                case "data" -> spec.data(list(value, ExternalSecretData.class, ExternalSecretReader::data));
                case "dataFrom" -> spec.dataFrom(list(value, ExternalSecretDataFromRemoteRef.class, DATA_FROM::read));
                default -> value.skipChildren();
            }
        });
        return spec.build();
    }

    static SecretStoreRef storeRef(JsonParser p) throws IOException {
        SecretStoreRefBuilder ref = SecretStoreRefBuilder.builder();
        each(p, SecretStoreRef.class, (name, value) -> {
            switch (name) {
                case "name" -> ref.name(text(value));
                case "kind" -> ref.kind(text(value));
                default -> value.skipChildren();
            }
        });
        return ref.build();
    }

    private static ExternalSecretTarget target(JsonParser p) throws IOException {
        ExternalSecretTargetBuilder target = ExternalSecretTargetBuilder.builder();
        each(p, ExternalSecretTarget.class, (name, value) -> {
            switch (name) {
                case "name" -> target.name(text(value));
                case "creationPolicy" -> target.creationPolicy(text(value));
                case "deletionPolicy" -> target.deletionPolicy(text(value));
                case "template" -> target.template(optional(value, TEMPLATE::read));
                case "manifest" -> target.manifest(optional(value, MANIFEST::read));
                case "immutable" -> target.immutable(optional(value, FLAG::read));
                default -> value.skipChildren();
            }
        });
        return target.build();
    }

    private static ExternalSecretData data(JsonParser p) throws IOException {
        ExternalSecretDataBuilder data = ExternalSecretDataBuilder.builder();
        each(p, ExternalSecretData.class, (name, value) -> {
            switch (name) {
                case "secretKey" -> data.secretKey(text(value));
                case "remoteRef" -> data.remoteRef(optional(value, ExternalSecretReader::remoteRef));
                case "sourceRef" -> data.sourceRef(optional(value, SOURCE::read));
                default -> value.skipChildren();
            }
        });
        return data.build();
    }

    private static ExternalSecretDataRemoteRef remoteRef(JsonParser p) throws IOException {
        ExternalSecretDataRemoteRefBuilder ref = ExternalSecretDataRemoteRefBuilder.builder();
        each(p, ExternalSecretDataRemoteRef.class, (name, value) -> {
            switch (name) {
                case "key" -> ref.key(text(value));
                case "metadataPolicy" -> ref.metadataPolicy(text(value));
                case "property" -> ref.property(text(value));
                case "version" -> ref.version(text(value));
                case "conversionStrategy" -> ref.conversionStrategy(text(value));
                case "decodingStrategy" -> ref.decodingStrategy(text(value));
                case "nullBytePolicy" -> ref.nullBytePolicy(text(value));
                default -> value.skipChildren();
            }
        });
        return ref.build();
    }

    static ExternalSecretStatus status(JsonParser p) throws IOException {
        ExternalSecretStatusBuilder status = ExternalSecretStatusBuilder.builder();
        each(p, ExternalSecretStatus.class, (name, value) -> {
            switch (name) {
                case "refreshTime" -> status.refreshTime(text(value));
                case "syncedResourceVersion" -> status.syncedResourceVersion(text(value));
                case "conditions" ->
                    status.conditions(
                            list(value, ExternalSecretStatusCondition.class, ExternalSecretReader::condition));
                case "binding" -> status.binding(optional(value, ExternalSecretReader::binding));
                default -> value.skipChildren();
            }
        });
        return status.build();
    }

    private static Binding binding(JsonParser p) throws IOException {
        BindingBuilder binding = BindingBuilder.builder();
        each(p, Binding.class, (name, value) -> {
            if (name.equals("name")) {
                binding.name(text(value));
            } else {
                value.skipChildren();
            }
        });
        return binding.build();
    }

    private static ExternalSecretStatusCondition condition(JsonParser p) throws IOException {
        return ConditionReader.read(p, ExternalSecretStatusCondition.class, ExternalSecretStatusCondition::new);
    }
}
