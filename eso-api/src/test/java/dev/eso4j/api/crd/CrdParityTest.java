package dev.eso4j.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Our CRDs have what those of the External Secrets Operator have")
class CrdParityTest {
    /** Where the stores say more than theirs, on purpose: each line stands in docs/differences.md with its reason. */
    private static final Set<String> DELIBERATE = Set.of(
            // Room for the providers of other modules and of third parties.
            "+ spec.provider preserve-unknown-fields=true",
            // Bounds without which the API server does not admit the rules in CEL.
            "+ spec.refreshInterval maxLength=128",
            "+ spec.provider.onepassword.vaults maxProperties=256",
            "+ spec.provider.onepasswordSDK.cache.ttl maxLength=128",
            "+ spec.conditions maxItems=256",
            "+ spec.conditions[].namespaceRegexes maxItems=64",
            "+ spec.conditions[].namespaceRegexes[] maxLength=512",
            "+ spec.provider.crd.whitelist.rules maxItems=64",
            "+ spec.provider.crd.whitelist.rules[].name maxLength=512",
            "+ spec.provider.crd.whitelist.rules[].namespace maxLength=512",
            "+ spec.provider.crd.whitelist.rules[].properties maxItems=64",
            "+ spec.provider.crd.whitelist.rules[].properties[] maxLength=512",
            "+ spec.provider.webhook.timeout maxLength=128");

    /** Providers that v1 lost and ours keeps; they are compared with the table of v1beta1. */
    private static final Set<String> OF_V1BETA1 = Set.of("alibaba", "device42");

    /** The same for an ExternalSecret, below its spec. */
    private static final List<String> OF_EXTERNAL_SECRET = List.of(
            // A key that is named twice would silently get the last value.
            "data list-type=\"map\"",
            "data list-map-keys=[\"secretKey\"]",
            // Bounds for the rules.
            "refreshInterval maxLength=128",
            "dataFrom maxItems=1024",
            "syncWindows.windows maxItems=1024",
            "syncWindows.windows[].duration maxLength=128",
            "target.template.templateFrom maxItems=1024",
            "target.template.templateFrom[].target maxLength=4096");

    private static final List<String> OF_PUSH_SECRET = List.of(
            "refreshInterval maxLength=128",
            "template.templateFrom maxItems=1024",
            "template.templateFrom[].target maxLength=4096");

    /** A key of the result that stands twice, or is empty, fails at every sync. */
    private static final List<String> OF_PASSWORD = List.of("secretKeys list-type=\"set\"", "secretKeys[] minLength=1");

    static Stream<String> kinds() {
        return Kinds.all().stream().map(HasMetadata::getKind);
    }

    static Stream<String> kindsWithOlderVersion() {
        return Kinds.all().stream()
                .filter(kind -> kind.isAnnotationPresent(OlderVersion.class))
                .map(HasMetadata::getKind);
    }

    private static Set<String> deliberate(String kind) {
        return switch (kind) {
            case "SecretStore", "ClusterSecretStore" -> DELIBERATE;
            case "ExternalSecret" -> below("spec", OF_EXTERNAL_SECRET);
            case "ClusterExternalSecret" ->
                below("spec.externalSecretSpec", OF_EXTERNAL_SECRET, "spec.refreshTime maxLength=128");
            case "PushSecret" -> below("spec", OF_PUSH_SECRET);
            case "ClusterPushSecret" -> below("spec.pushSecretSpec", OF_PUSH_SECRET, "spec.refreshTime maxLength=128");
            case "Password" -> below("spec", OF_PASSWORD);
            case "Webhook" -> Set.of("+ spec.timeout maxLength=128");
            case "ClusterGenerator" ->
                below("spec.generator.passwordSpec", OF_PASSWORD, "spec.generator.webhookSpec.timeout maxLength=128");
            default -> Set.of();
        };
    }

    private static Set<String> below(String path, List<String> facts, String... others) {
        return Stream.concat(facts.stream().map(fact -> path + "." + fact), Stream.of(others))
                .map(fact -> "+ " + fact)
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("every kind that there is")
    void allKinds() throws IOException {
        assertThat(kinds())
                .containsExactlyInAnyOrderElementsOf(table("index.tsv").stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1)[1])
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("every path, type, format, requirement, default and constraint, and no others")
    void fields(String kind) throws IOException {
        JsonNode version = crd(kind).at("/spec/versions/0");
        String table = kind + "." + version.get("name").asText() + ".tsv";
        Stream<String> lines = table(table).stream();
        if (kind.endsWith("SecretStore")) {
            lines = Stream.concat(
                    lines, table(kind + ".v1beta1.tsv").stream().filter(line -> OF_V1BETA1.contains(member(line))));
        }
        Set<String> theirs = SchemaFacts.ofTable(lines);

        assertThat(differences(theirs, SchemaFacts.ofSchema(version.at("/schema/openAPIV3Schema"))))
                .containsExactlyInAnyOrderElementsOf(deliberate(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("names, scope, columns, selectable fields, subresources and versions; v1beta1 is served here")
    void kind(String kind) throws IOException {
        List<String> theirs = table("index.tsv").stream()
                .skip(1)
                .filter(l -> l.split("\t", -1)[1].equals(kind))
                .toList();

        assertThat(rows(crd(kind)))
                .containsExactlyInAnyOrderElementsOf(theirs.stream()
                        // Columns 10 and later are the number of fields, which the test above covers, and the rest.
                        .map(line -> withoutFieldCount(line.split("\t", -1)))
                        .map(line -> line.contains("v1beta1") ? line.replace("not served", "served") : line)
                        // One more field to select by.
                        .map(line -> kind.equals("ExternalSecret")
                                ? line.replace(
                                        ".spec.refreshInterval\t", ".spec.refreshInterval, .status.refreshTime\t")
                                : line)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("kindsWithOlderVersion")
    @DisplayName("the schema of v1 in v1beta1 too, since nothing converts between the two")
    void olderVersion(String kind) {
        assertThat(version(crd(kind), "v1beta1").get("schema"))
                .isEqualTo(version(crd(kind), "v1").get("schema"));
        assertThat(version(crd(kind), "v1beta1").get("selectableFields"))
                .isEqualTo(version(crd(kind), "v1").get("selectableFields"));
        assertThat(version(crd(kind), "v1beta1").get("deprecationWarning").asText())
                .contains(kind, "external-secrets.io/v1,");
    }

    /** The member of {@code spec.provider} that the line is about; empty when it is about something else. */
    private static String member(String line) {
        String[] path = line.substring(0, line.indexOf('\t')).split("\\.", -1);
        return path.length > 2 && path[1].equals("provider") ? path[2].replace("[]", "") : "";
    }

    private static Set<String> differences(Set<String> theirs, Set<String> ours) {
        Set<String> lines = new TreeSet<>();
        // Ours has rules that the other one checks in a webhook.
        ours.stream()
                .filter(f -> !theirs.contains(f) && !f.endsWith(SchemaFacts.RULES))
                .forEach(f -> lines.add("+ " + f));
        theirs.stream().filter(f -> !ours.contains(f)).forEach(f -> lines.add("- " + f));
        return lines;
    }

    private static List<String> rows(ObjectNode crd) {
        List<String> rows = new ArrayList<>();
        for (JsonNode version : crd.at("/spec/versions")) {
            rows.add(String.join(
                    "\t",
                    crd.at("/spec/group").asText(),
                    crd.at("/spec/names/kind").asText(),
                    version.get("name").asText(),
                    crd.at("/spec/scope").asText(),
                    crd.at("/spec/names/plural").asText(),
                    words(crd.at("/spec/names/shortNames")),
                    words(crd.at("/spec/names/categories")),
                    version.get("served").asBoolean() ? "served" : "not served",
                    version.get("storage").asBoolean() ? "storage" : "",
                    String.join(
                            ",",
                            version.get("subresources").properties().stream()
                                    .map(e -> e.getKey())
                                    .toList()),
                    columns(version),
                    version.get("storage").asBoolean() ? selectable(version) : "",
                    version.path("deprecated").asBoolean() ? "deprecated" : ""));
        }
        return rows;
    }

    private static String withoutFieldCount(String[] cells) {
        return String.join(
                "\t", cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8],
                cells[9], cells[11], cells[12], cells[15]);
    }

    private static String columns(JsonNode version) {
        return stream(version.get("additionalPrinterColumns"))
                .map(c -> c.get("name").asText() + "=" + c.get("jsonPath").asText() + "("
                        + c.get("type").asText() + ")")
                .collect(Collectors.joining(" | "));
    }

    private static String selectable(JsonNode version) {
        return stream(version.path("selectableFields"))
                .map(f -> f.get("jsonPath").asText())
                .collect(Collectors.joining(", "));
    }

    private static String words(JsonNode list) {
        return stream(list).map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static ObjectNode crd(String kind) {
        return CrdFiles.crds().stream()
                .filter(c -> c.at("/spec/names/kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode version(ObjectNode crd, String name) {
        return stream(crd.at("/spec/versions"))
                .filter(v -> v.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> table(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CrdParityTest.class.getResourceAsStream("/crd-tables/" + name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
