package dev.eso4j.api.store;

import dev.eso4j.api.store.aws.AWSProvider;
import dev.eso4j.api.store.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsProvider;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.gcpsm.GCPSMProvider;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.vault.VaultProvider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of {@code spec.provider} that the model describes, each with the record of its fields.
 *
 * <p>A class of a record is loaded when its name is asked for, and none before. Whether a provider of that name is built
 * into a distribution is another question. Thread-safe.
 */
public final class ProviderTypes {
    private static final Set<String> NAMES =
            Set.of("aws", "beyondtrustworkloadcredentials", "fake", "gcpsm", "kubernetes", "vault");

    private ProviderTypes() {}

    /** Returns the names of the members, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(NAMES);
    }

    /** Returns the record of the member {@code name}; nothing for a member that the model does not describe. */
    public static Optional<Class<? extends Record>> of(String name) {
        return Optional.ofNullable(type(name));
    }

    private static @Nullable Class<? extends Record> type(String name) {
        return switch (name) {
            case "aws" -> AWSProvider.class;
            case "beyondtrustworkloadcredentials" -> BeyondtrustWorkloadCredentialsProvider.class;
            case "fake" -> FakeProvider.class;
            case "gcpsm" -> GCPSMProvider.class;
            case "kubernetes" -> KubernetesProvider.class;
            case "vault" -> VaultProvider.class;
            default -> null;
        };
    }
}
