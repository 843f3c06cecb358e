package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.CountingCluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.LocalCluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Credentials of a store")
class ClusterCredentialsTest {
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBdTCCARugAwIBAgIUWu/8ybw++l2GfLwbGbLuJD13WlswCgYIKoZIzj0EAwIw
            DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQwNjUyMzdaGA8yMTI2MTAzMTA2NTIz
            N1owDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIpu
            E1/uSQuaWhyjiyQOC/J4CzYlZb05Cq4gH6/7N7TpqnTMGoxfQjOHHUcK0VospUr2
            liVmNJ5heUGkZzoS3MujUzBRMB0GA1UdDgQWBBRs9/WBSwMzln1H2QRB8laieQQy
            FTAfBgNVHSMEGDAWgBRs9/WBSwMzln1H2QRB8laieQQyFTAPBgNVHRMBAf8EBTAD
            AQH/MAoGCCqGSM49BAMCA0gAMEUCIQDZ4b3r20idCYlVt7ha3tJUUBXIZMgRzPST
            Fi4JjiLJQAIgT5Em2gbqNkItFYdjxAC45IOU6QwcMjfa82ysxe/IiiY=
            -----END CERTIFICATE-----
            """;
    private static final StoreIdentity NAMESPACED = new StoreIdentity("SecretStore", "shop", "s", "u", 1, "");
    private static final StoreIdentity CLUSTER = new StoreIdentity("ClusterSecretStore", null, "s", "u", 1, "");

    private final LocalCluster local = LocalCluster.create();
    private final CountingCluster cluster = new CountingCluster(local);
    private final List<String> referenced = new ArrayList<>();

    ClusterCredentialsTest() {
        for (String namespace : List.of("shop", "bank")) {
            local.load("""
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: creds, namespace: NS}
                    stringData: {token: canary-of-NS, ca: "PEM"}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: trust, namespace: NS}
                    data: {ca: "PEM", broken: canary-no-certificate}
                    ---
                    apiVersion: v1
                    kind: ServiceAccount
                    metadata: {name: robot, namespace: NS, annotations: {role: role-of-NS}}
                    """.replace("NS", namespace).replace("PEM", CERTIFICATE.replace("\n", "\\n")));
        }
    }

    @AfterEach
    void close() {
        local.close();
    }

    private ClusterCredentials credentials(String kind, String consumer) {
        return new ClusterCredentials(
                cluster,
                kind.equals("SecretStore") ? NAMESPACED : CLUSTER,
                consumer == null ? "" : consumer,
                (store, what, object) -> referenced.add(what + " " + object));
    }

    private static SecretKeySelector selector(String namespace) {
        return new SecretKeySelector("creds", namespace, "token");
    }

    @Nested
    @DisplayName("come from")
    class Namespaces {
        @ParameterizedTest(name = "{0} used by {1}, reference to {2}: {3}")
        @DisplayName("the namespace that the rules say, for Secrets and for ServiceAccounts")
        @CsvSource({
            "SecretStore, shop, , shop",
            "SecretStore, shop, '', shop",
            "SecretStore, shop, shop, shop",
            "ClusterSecretStore, shop, , shop",
            "ClusterSecretStore, bank, , bank",
            "ClusterSecretStore, shop, bank, bank",
            "ClusterSecretStore, , bank, bank",
        })
        void allowed(String kind, String consumer, String reference, String expected) {
            assertThat(credentials(kind, consumer).secret("spec.auth", selector(reference)))
                    .isEqualTo(SecretValue.of("canary-of-" + expected));
            assertThat(credentials(kind, consumer)
                            .serviceAccountAnnotations(
                                    "spec.auth", new ServiceAccountSelector("robot", reference, List.of())))
                    .containsEntry("role", "role-of-" + expected);
        }

        @Test
        @DisplayName("never another namespace than its own for a SecretStore, whatever is referenced and by whom")
        void forbidden() {
            ClusterCredentials credentials = credentials("SecretStore", "shop");
            String message = "spec.auth.namespace is \"bank\", but a SecretStore reads its own namespace \"shop\" only";
            assertThatThrownBy(() -> credentials.secret("spec.auth", selector("bank")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(message);
            ServiceAccountSelector robot = new ServiceAccountSelector("robot", "bank", List.of());
            assertThatThrownBy(() -> credentials.serviceAccountAnnotations("spec.auth", robot))
                    .hasMessage(message);
            assertThatThrownBy(() -> credentials.serviceAccountToken("spec.auth", robot, List.of(), null))
                    .hasMessage(message);
            assertThat(cluster.requests()).isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("never another namespace either for certificates of a SecretStore (CVE-2026-42875)")
        @CsvSource({"Secret", "ConfigMap"})
        void cve202642875(String type) {
            CAProvider elsewhere = new CAProvider(type, type.equals("Secret") ? "creds" : "trust", "ca", "bank");
            assertThatThrownBy(() -> credentials("SecretStore", "shop").certificates("spec.server", null, elsewhere))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("spec.server.caProvider.namespace is \"bank\", but a SecretStore reads its own"
                            + " namespace \"shop\" only");
            assertThat(cluster.requests()).isEmpty();
        }

        @Test
        @DisplayName("nowhere, when a ClusterSecretStore does not say and nobody uses it yet")
        void nobody() {
            ClusterCredentials credentials = credentials("ClusterSecretStore", "");
            assertThat(credentials.consumerUnknown()).isTrue();
            assertThatThrownBy(() -> credentials.secret("spec.auth", selector(null)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("has no namespace and nobody uses the ClusterSecretStore yet");
            assertThat(credentials("ClusterSecretStore", "shop").consumerUnknown())
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("that are certificates")
    class Certificates {
        @ParameterizedTest(name = "{0} with namespace {2} from {1}")
        @DisplayName("come from a Secret or a ConfigMap of the right namespace")
        @CsvSource({
            "SecretStore, Secret, ",
            "SecretStore, ConfigMap, ",
            "SecretStore, ConfigMap, shop",
            "ClusterSecretStore, Secret, bank",
            "ClusterSecretStore, ConfigMap, bank",
        })
        void provider(String kind, String type, String namespace) {
            CAProvider provider = new CAProvider(type, type.equals("Secret") ? "creds" : "trust", "ca", namespace);
            assertThat(credentials(kind, "shop").certificates("spec.server", null, provider))
                    .startsWith("-----BEGIN CERTIFICATE-----");
        }

        @Test
        @DisplayName("of a ClusterSecretStore must say where they are, whoever uses it")
        void clusterWithoutNamespace() {
            for (String none : new String[] {null, ""}) {
                assertThatThrownBy(() -> credentials("ClusterSecretStore", "shop")
                                .certificates("spec.server", null, new CAProvider("ConfigMap", "trust", "ca", none)))
                        .hasMessage("spec.server.caProvider.namespace is missing");
            }
        }

        @Test
        @DisplayName("in the manifest win over a provider, as PEM or as base64 of it")
        void bundle() {
            byte[] pem = CERTIFICATE.getBytes(StandardCharsets.US_ASCII);
            CAProvider provider = new CAProvider("Secret", "none", "none", null);
            ClusterCredentials credentials = credentials("SecretStore", "shop");
            assertThat(credentials.certificates("spec.server", CABundle.of(pem), provider))
                    .startsWith("-----BEGIN");
            assertThat(credentials.certificates(
                            "spec.server", CABundle.of(Base64.getEncoder().encode(pem)), null))
                    .startsWith("-----BEGIN");
            assertThat(credentials.certificates("spec.server", null, null)).isNull();
        }

        @Test
        @DisplayName("that are none are refused without showing what was there")
        void broken() {
            ClusterCredentials credentials = credentials("SecretStore", "shop");
            assertThatThrownBy(() -> credentials.certificates(
                            "spec.server", null, new CAProvider("ConfigMap", "trust", "broken", null)))
                    .hasMessageContaining("does not hold X.509 certificates")
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
            assertThatThrownBy(() -> credentials.certificates(
                            "spec.server", CABundle.of("canary".getBytes(StandardCharsets.US_ASCII)), null))
                    .hasMessageNotContaining("canary");
            assertThatThrownBy(() ->
                            credentials.certificates("spec.server", null, new CAProvider("File", "trust", "ca", null)))
                    .hasMessage("spec.server.caProvider.type \"File\" does not exist");
        }
    }

    @Nested
    @DisplayName("that cannot be had")
    class Errors {
        @Test
        @DisplayName("are named with field, object and fix")
        void missing() {
            ClusterCredentials credentials = credentials("SecretStore", "shop");
            assertThatThrownBy(() -> credentials.secret("spec.auth", new SecretKeySelector("none", null, "token")))
                    .hasMessage("spec.auth: there is no Secret \"none\" in namespace \"shop\"");
            assertThatThrownBy(() -> credentials.secret("spec.auth", new SecretKeySelector("creds", null, "nokey")))
                    .hasMessage("spec.auth: Secret \"creds\" in namespace \"shop\" has no key \"nokey\"")
                    .hasMessageNotContaining("canary");
            assertThatThrownBy(() -> credentials.secret("spec.auth", new SecretKeySelector(null, null, "token")))
                    .hasMessage("spec.auth.name is missing");
            assertThatThrownBy(() -> credentials.secret("spec.auth", new SecretKeySelector("creds", null, null)))
                    .hasMessage("spec.auth.key is missing");
            assertThatThrownBy(() -> credentials.serviceAccountAnnotations(
                            "spec.auth", new ServiceAccountSelector("none", null, List.of())))
                    .hasMessage("spec.auth: there is no ServiceAccount \"none\" in namespace \"shop\"");
            assertThatThrownBy(() -> credentials.certificates(
                            "spec.server", null, new CAProvider("ConfigMap", "trust", "nokey", null)))
                    .hasMessageContaining("ConfigMap \"trust\" in namespace \"shop\" has no key \"nokey\"");
        }

        @Test
        @DisplayName("because the operator may not, or the API server is away, are told apart")
        void translated() {
            ClusterCredentials credentials = credentials("SecretStore", "shop");
            cluster.refuse(request -> new ClusterException(ClusterException.Reason.FORBIDDEN, "not allowed"));
            assertThatThrownBy(() -> credentials.secret("spec.auth", selector(null)))
                    .isInstanceOf(AccessDeniedException.class);
            cluster.refuse(request -> new ClusterException(ClusterException.Reason.UNAVAILABLE, "away"));
            assertThatThrownBy(() -> credentials.secret("spec.auth", selector(null)))
                    .isInstanceOf(UnavailableException.class);
        }

        @Test
        @DisplayName("are watched for nevertheless: they may come")
        void observed() {
            assertThatThrownBy(() -> credentials("SecretStore", "shop")
                            .secret("spec.auth", new SecretKeySelector("none", null, "token")))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(referenced).containsExactly("SECRET shop/none");
        }
    }
}
