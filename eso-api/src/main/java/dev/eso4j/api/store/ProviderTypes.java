package dev.eso4j.api.store;

import dev.eso4j.api.store.alibaba.AlibabaProvider;
import dev.eso4j.api.store.aws.AWSProvider;
import dev.eso4j.api.store.azurekv.AzureKVProvider;
import dev.eso4j.api.store.barbican.BarbicanProvider;
import dev.eso4j.api.store.cloudrusm.CloudruSMProvider;
import dev.eso4j.api.store.crd.CRDProvider;
import dev.eso4j.api.store.device42.Device42Provider;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.gcpsm.GCPSMProvider;
import dev.eso4j.api.store.ibm.IBMProvider;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.nebiusmysterybox.NebiusMysteryboxProvider;
import dev.eso4j.api.store.openbao.OpenBaoProvider;
import dev.eso4j.api.store.oracle.OracleProvider;
import dev.eso4j.api.store.ovh.OvhProvider;
import dev.eso4j.api.store.scaleway.ScalewayProvider;
import dev.eso4j.api.store.vault.VaultProvider;
import dev.eso4j.api.store.volcengine.VolcengineProvider;
import dev.eso4j.api.store.webhook.WebhookProvider;
import dev.eso4j.api.store.yandexlockbox.YandexCertificateManagerProvider;
import dev.eso4j.api.store.yandexlockbox.YandexLockboxProvider;
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
    private static final Set<String> NAMES = Set.of(
            "alibaba",
            "aws",
            "azurekv",
            "barbican",
            "cloudrusm",
            "crd",
            "device42",
            "fake",
            "gcpsm",
            "ibm",
            "kubernetes",
            "nebiusmysterybox",
            "openBao",
            "oracle",
            "ovh",
            "scaleway",
            "vault",
            "volcengine",
            "webhook",
            "yandexcertificatemanager",
            "yandexlockbox");

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
            case "alibaba" -> AlibabaProvider.class;
            case "aws" -> AWSProvider.class;
            case "azurekv" -> AzureKVProvider.class;
            case "barbican" -> BarbicanProvider.class;
            case "cloudrusm" -> CloudruSMProvider.class;
            case "crd" -> CRDProvider.class;
            case "device42" -> Device42Provider.class;
            case "fake" -> FakeProvider.class;
            case "gcpsm" -> GCPSMProvider.class;
            case "ibm" -> IBMProvider.class;
            case "kubernetes" -> KubernetesProvider.class;
            case "nebiusmysterybox" -> NebiusMysteryboxProvider.class;
            case "openBao" -> OpenBaoProvider.class;
            case "oracle" -> OracleProvider.class;
            case "ovh" -> OvhProvider.class;
            case "scaleway" -> ScalewayProvider.class;
            case "vault" -> VaultProvider.class;
            case "volcengine" -> VolcengineProvider.class;
            case "webhook" -> WebhookProvider.class;
            case "yandexcertificatemanager" -> YandexCertificateManagerProvider.class;
            case "yandexlockbox" -> YandexLockboxProvider.class;
            default -> null;
        };
    }
}
