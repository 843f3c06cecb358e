package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.Members.each;
import static dev.eso4j.core.cluster.Members.list;
import static dev.eso4j.core.cluster.Members.optional;
import static dev.eso4j.core.cluster.Members.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.eso4j.api.store.ClusterSecretStoreCondition;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreRetrySettings;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.api.store.SecretStoreSpecBuilder;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.api.store.SecretStoreStatusBuilder;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads stores of both kinds: what nearly all of them have by hand, the rest by databinding. */
@SuppressWarnings("NullAway") // As databinding does: the model decides what an absent member is.
final class StoreCodec<S extends CustomResource<SecretStoreSpec, SecretStoreStatus>> implements ResourceType.Codec<S> {
    private static final ResourceType.Codec<SecretStoreProviderSpec> PROVIDER =
            BoundCodec.of(SecretStoreProviderSpec.class, true);
    private static final ResourceType.Codec<SecretStoreRetrySettings> RETRY =
            BoundCodec.of(SecretStoreRetrySettings.class, true);
    private static final ResourceType.Codec<ClusterSecretStoreCondition> CONDITION =
            BoundCodec.of(ClusterSecretStoreCondition.class, true);
    private static final ResourceType.Codec<Object> ANY = BoundCodec.of(Object.class, true);

    private final Class<S> type;
    private final Supplier<S> empty;
    private final ResourceType.Codec<S> whole;

    StoreCodec(Class<S> type, Supplier<S> empty) {
        this.type = type;
        this.empty = empty;
        this.whole = BoundCodec.of(type, true);
    }

    @Override
    public S read(JsonParser parser) throws IOException {
        S store = empty.get();
        each(parser, type, (name, value) -> {
            switch (name) {
                case "metadata" -> store.setMetadata(MetadataReader.read(value));
                case "spec" -> {
                    SecretStoreSpec spec = optional(value, StoreCodec::spec);
                    if (spec != null) {
                        store.setSpec(spec);
                    }
                }
                case "status" -> store.setStatus(optional(value, StoreCodec::status));
                default -> value.skipChildren(); // apiVersion and kind too: they are those that were asked for.
            }
        });
        return store;
    }

    private static SecretStoreSpec spec(JsonParser p) throws IOException {
        SecretStoreSpecBuilder spec = SecretStoreSpecBuilder.builder();
        each(p, SecretStoreSpec.class, (name, value) -> {
            switch (name) {
                case "controller" -> spec.controller(text(value));
                case "provider" -> spec.provider(optional(value, PROVIDER::read));
                case "retrySettings" -> spec.retrySettings(optional(value, RETRY::read));
                case "refreshInterval" -> spec.refreshInterval(optional(value, ANY::read));
                case "conditions" -> spec.conditions(list(value, ClusterSecretStoreCondition.class, CONDITION::read));
                default -> value.skipChildren();
            }
        });
        return spec.build();
    }

    private static SecretStoreStatus status(JsonParser p) throws IOException {
        SecretStoreStatusBuilder status = SecretStoreStatusBuilder.builder();
        each(p, SecretStoreStatus.class, (name, value) -> {
            switch (name) {
                case "capabilities" -> status.capabilities(text(value));
                case "conditions" ->
                    status.conditions(list(value, SecretStoreStatusCondition.class, StoreCodec::condition));
                default -> value.skipChildren();
            }
        });
        return status.build();
    }

    private static SecretStoreStatusCondition condition(JsonParser p) throws IOException {
        return ConditionReader.read(p, SecretStoreStatusCondition.class, SecretStoreStatusCondition::new);
    }

    @Override
    public void write(S object, JsonGenerator generator) throws IOException {
        whole.write(object, generator);
    }
}
