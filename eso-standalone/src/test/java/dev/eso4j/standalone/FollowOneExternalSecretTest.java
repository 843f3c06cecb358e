package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.standalone.logging.OperatorLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@DisplayName("The log of one ExternalSecret")
class FollowOneExternalSecretTest {
    private static void syncTwo() {
        try (Operating operating = new Operating()) {
            operating.provider.backend().put("key", "v");
            operating.start();
            operating.externalSecret("one", "key");
            operating.externalSecret("two", "nowhere");
            operating.awaitReason("one", "SecretSynced");
            operating.awaitReason("two", "SecretSyncedError");
            Awaitility.await().until(() -> idle(operating.operator));
        }
    }

    private static boolean idle(EsoOperator operator) {
        return operator.controllers().stream()
                .allMatch(c -> c.running().isEmpty() && c.queue().depth().changed() == 0);
    }

    @Test
    @DisplayName(
            "in JSON has controller, namespace, name and reconcileID on every line of a sync, store calls included")
    void json() throws IOException {
        String log = Operating.log(Level.DEBUG, OperatorLog.Format.JSON, FollowOneExternalSecretTest::syncTwo);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : log.split("\n")) {
            JsonNode node = new ObjectMapper().readTree(line);
            if (node.path("controller").asText().equals("externalsecret")) {
                lines.add(node);
            }
        }
        List<JsonNode> one = lines.stream()
                .filter(l -> l.path("name").asText().equals("one"))
                .toList();
        assertThat(one).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("namespace").asText()).isEqualTo("shop");
            assertThat(line.path("reconcileID").asText()).matches("[0-9a-z]+-[0-9a-z]+");
        });
        String id = one.stream()
                .filter(l -> l.path("msg").asText().contains("created"))
                .findFirst()
                .orElseThrow()
                .path("reconcileID")
                .asText();
        assertThat(lines.stream().filter(l -> l.path("reconcileID").asText().equals(id)))
                .as("the lines of the run that created it")
                .allMatch(l -> l.path("name").asText().equals("one"))
                .extracting(l -> l.path("msg").asText())
                .anyMatch(text -> text.startsWith("read of SecretStore"))
                .anyMatch(text -> text.equals("shop/one: created one"));
        Set<String> of = new TreeSet<>();
        lines.forEach(l -> of.add(l.path("reconcileID").asText()));
        assertThat(of).as("another id for each run").hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("as text has them in brackets")
    void text() {
        String log = Operating.log(Level.INFO, OperatorLog.Format.TEXT, FollowOneExternalSecretTest::syncTwo);
        Matcher created = Pattern.compile(
                        " info ExternalSecretReconciler \\[externalsecret shop/one ([0-9a-z]+-[0-9a-z]+)]: shop/one: created one")
                .matcher(log);
        assertThat(created.find()).as(log).isTrue();
        assertThat(log).containsPattern(" warn ExternalSecretReconciler \\[externalsecret shop/two [0-9a-z-]+]: ");
    }

    @Test
    @DisplayName("leaves nothing on a thread that goes on to something else")
    void nothingStays() throws IOException {
        String log = Operating.log(Level.INFO, OperatorLog.Format.JSON, () -> {
            syncTwo();
            org.slf4j.LoggerFactory.getLogger("dev.eso4j.other").info("something else");
        });
        String[] lines = log.split("\n");
        JsonNode last = new ObjectMapper().readTree(lines[lines.length - 1]);
        assertThat(last.path("msg").asText()).isEqualTo("something else");
        assertThat(last.has("reconcileID")).isFalse();
        assertThat(MDC.get("reconcileID")).isNull();
    }
}
