package dev.eso4j.api.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.eso4j.api.clusterexternalsecret.ClusterExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.generator.ClusterGenerator;
import dev.eso4j.api.generator.Fake;
import dev.eso4j.api.generator.GeneratorState;
import dev.eso4j.api.generator.MFA;
import dev.eso4j.api.generator.Password;
import dev.eso4j.api.generator.SSHKey;
import dev.eso4j.api.generator.UUID;
import dev.eso4j.api.generator.aws.ECRAuthorizationToken;
import dev.eso4j.api.generator.aws.STSSessionToken;
import dev.eso4j.api.generator.azure.ACRAccessToken;
import dev.eso4j.api.generator.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsDynamicSecret;
import dev.eso4j.api.generator.cloudsmith.CloudsmithAccessToken;
import dev.eso4j.api.generator.gcp.GCRAccessToken;
import dev.eso4j.api.generator.github.GithubAccessToken;
import dev.eso4j.api.generator.gitlab.GitlabDeployToken;
import dev.eso4j.api.generator.grafana.Grafana;
import dev.eso4j.api.generator.quay.QuayAccessToken;
import dev.eso4j.api.generator.vault.VaultDynamicSecret;
import dev.eso4j.api.generator.webhook.Webhook;
import dev.eso4j.api.pushsecret.ClusterPushSecret;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that are generated from the model, by their path in the repository. */
final class CrdFiles {
    static final String RESOURCES = "eso-api/src/main/resources/META-INF/eso/crds/";
    private static final String HEADER =
            "# Generated from the records of eso-api; change those and run: mvn -pl eso-api test -Dtest=CrdFilesTest -Deso.crds.write=true\n";
    /** Every kind, in the order of the names of their CRDs. */
    private static final List<Class<? extends CustomResource<?, ?>>> KINDS = sorted(List.of(
            ClusterExternalSecret.class,
            ClusterPushSecret.class,
            ClusterSecretStore.class,
            ExternalSecret.class,
            PushSecret.class,
            SecretStore.class,
            ACRAccessToken.class,
            BeyondtrustWorkloadCredentialsDynamicSecret.class,
            CloudsmithAccessToken.class,
            ClusterGenerator.class,
            ECRAuthorizationToken.class,
            Fake.class,
            GCRAccessToken.class,
            GeneratorState.class,
            GithubAccessToken.class,
            GitlabDeployToken.class,
            Grafana.class,
            MFA.class,
            Password.class,
            QuayAccessToken.class,
            SSHKey.class,
            STSSessionToken.class,
            UUID.class,
            VaultDynamicSecret.class,
            Webhook.class));

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private CrdFiles() {}

    static List<Class<? extends CustomResource<?, ?>>> kinds() {
        return KINDS;
    }

    /** Returns the types of what stands under {@code spec} and {@code status}; generators have no status. */
    static Map<String, Class<?>> parts(Class<?> kind) {
        Type[] types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        Map<String, Class<?>> parts = new LinkedHashMap<>();
        parts.put("spec", (Class<?>) types[0]);
        if (types.length > 1 && types[1] != Void.class) {
            parts.put("status", (Class<?>) types[1]);
        }
        return parts;
    }

    private static List<Class<? extends CustomResource<?, ?>>> sorted(
            List<Class<? extends CustomResource<?, ?>>> kinds) {
        return kinds.stream()
                .sorted(Comparator.comparing(k -> HasMetadata.getFullResourceName(k)))
                .toList();
    }

    static List<ObjectNode> crds() {
        return Generated.CRDS.stream().map(ObjectNode::deepCopy).toList();
    }

    /** Made once, since nearly every test of this package asks for it. */
    private static final class Generated {
        private static final List<ObjectNode> CRDS = generate();

        private static List<ObjectNode> generate() {
            CrdWriter writer = new CrdWriter(ModelDocs.read(Path.of("src/main/java/dev/eso4j/api")));
            return KINDS.stream().map(writer::write).toList();
        }
    }

    static Map<String, String> generate() {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        StringBuilder all = new StringBuilder(HEADER);
        for (ObjectNode crd : crds()) {
            String name = crd.at("/metadata/name").asText();
            String yaml = yaml(crd);
            names.add(name);
            files.put(RESOURCES + name + ".yaml", HEADER + yaml);
            all.append("---\n").append(yaml);
        }
        files.put(RESOURCES + "index", String.join("\n", names) + "\n");
        files.put("deploy/crds.yaml", all.toString());
        return files;
    }

    private static String yaml(ObjectNode crd) {
        try {
            return YAML.writeValueAsString(crd);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
