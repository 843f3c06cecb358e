package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Result;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status of an ExternalSecret")
class StatusTest {
    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void fill() {
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void away() {
        bench.backend.failure = () -> new UnavailableException("the backend is away", "look after it", null, null);
    }

    @Test
    @DisplayName("has the start of the sync, what was synced, the Secret's name and Ready")
    void success() {
        bench.externalSecret("db", "target: {name: target}");
        bench.changed("db");
        assertThat(bench.status("db").refreshTime()).isEqualTo(ManualClock.START.toString());
        assertThat(bench.status("db").syncedResourceVersion())
                .isEqualTo("1-f47fe3c0b255b6dd8047cdffa772587bb829efe7a1cb70febeda2eb2");
        assertThat(bench.status("db").binding().name()).isEqualTo("target");
        assertThat(bench.status("db").conditions())
                .containsExactly(new ExternalSecretStatusCondition(
                        "Ready", "True", "SecretSynced", "secret synced", ManualClock.START.toString()));
    }

    @Test
    @DisplayName("is tried again when the API server says that there is no such object, for that may not stay so")
    void notThere() {
        bench.externalSecret("db");
        bench.cluster.refuse(request -> request.startsWith("status ExternalSecret")
                ? new ClusterException(ClusterException.Reason.NOT_FOUND, "the API server has no kind ExternalSecret")
                : null);
        assertThat(bench.changed("db")).isEqualTo(Result.retry());
        assertThat(bench.status("db").conditions()).isEmpty();
        bench.cluster.refuse(request -> null);
        assertThat(bench.tick("db")).isInstanceOf(Result.After.class);
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
    }

    @Test
    @DisplayName(
            "is left alone when the target could not be written because nobody answered, or fewer calls are wanted")
    void noFaultOfTheTarget() {
        bench.externalSecret("db");
        bench.cluster.refuse(request -> request.startsWith("create Secret")
                ? new ClusterException(ClusterException.Reason.THROTTLED, "slow down", Duration.ofSeconds(7), null)
                : null);
        assertThatThrownBy(() -> bench.changed("db")).hasMessage("slow down");
        bench.cluster.refuse(request -> request.startsWith("create Secret")
                ? new ClusterException(
                        ClusterException.Reason.UNAVAILABLE, "away", null, new ConnectException("refused"))
                : null);
        assertThatThrownBy(() -> bench.changed("db")).hasMessage("away");
        assertThat(bench.status("db").conditions()).isEmpty();
        assertThat(bench.events).isEmpty();
        assertThat(bench.cluster.requests()).noneMatch(r -> r.startsWith("status ExternalSecret"));
    }

    @Test
    @DisplayName("says after a failure what failed and what to do, and keeps what says when the last success was")
    void failure() {
        bench.externalSecret("db");
        bench.changed("db");
        String synced = bench.status("db").syncedResourceVersion();
        away();
        assertThat(bench.tickAfter(Duration.ofMinutes(70), "db")).isEqualTo(Result.retry());
        ExternalSecretStatusCondition ready = bench.ready("db");
        assertThat(ready.status()).isEqualTo("False");
        assertThat(ready.reason()).isEqualTo("SecretSyncedError");
        assertThat(ready.message())
                .isEqualTo("could not get secret data from provider: spec.dataFrom[0].extract (key: db): the backend is"
                        + " away; look after it");
        assertThat(bench.status("db").refreshTime()).isEqualTo(ManualClock.START.toString());
        assertThat(bench.status("db").syncedResourceVersion()).isEqualTo(synced);
        assertThat(bench.status("db").binding().name()).isEqualTo("db");
    }

    @Test
    @DisplayName("moves lastTransitionTime only when Ready changes")
    void transitionTime() {
        bench.externalSecret("db");
        bench.changed("db");
        bench.tickAfter(Duration.ofMinutes(70), "db");
        assertThat(bench.ready("db").lastTransitionTime()).isEqualTo(ManualClock.START.toString());
        away();
        bench.tickAfter(Duration.ofMinutes(70), "db");
        String failedAt = ManualClock.START.plus(Duration.ofMinutes(140)).toString();
        assertThat(bench.ready("db").lastTransitionTime()).isEqualTo(failedAt);
        bench.backend.failure = () -> new UnavailableException("another trouble", "", null, null);
        bench.tickAfter(Duration.ofMinutes(70), "db");
        assertThat(bench.ready("db").message()).contains("another trouble");
        assertThat(bench.ready("db").lastTransitionTime()).isEqualTo(failedAt);
        assertThat(bench.status("db").conditions()).hasSize(1);
    }

    @Test
    @DisplayName("is not written, nor is an event, when a failure is the same as before")
    void sameFailure() {
        away();
        bench.externalSecret("db");
        bench.changed("db");
        bench.cluster.reset();
        bench.events.clear();
        for (int i = 0; i < 3; i++) {
            bench.tickAfter(Duration.ofMinutes(1), "db");
        }
        assertThat(bench.cluster.writes()).isEmpty();
        assertThat(bench.events).isEmpty();
    }

    @Test
    @DisplayName("is not written when nothing is due")
    void notDue() {
        bench.externalSecret("db");
        bench.changed("db");
        bench.cluster.reset();
        bench.changed("db");
        bench.tickAfter(Duration.ofMinutes(10), "db");
        assertThat(bench.cluster.writes()).isEmpty();
    }

    @Test
    @DisplayName("recovers by itself when the cause is gone, whatever the cause was")
    void recovers() {
        bench.externalSecret(
                "db",
                "refreshInterval: 24h",
                "data: [{secretKey: a, remoteRef: {key: db, property: later, decodingStrategy: Base64}}]");
        assertThat(bench.changed("db")).as("a missing property may be added").isEqualTo(Result.retry());
        bench.backend.secrets.put("db", "{\"later\":\"not base64\"}");
        bench.clock.advance(Duration.ofSeconds(3));
        assertThat(bench.tick("db")).as("a wrong value may be corrected").isEqualTo(Result.retry());
        bench.backend.secrets.put("db", "{\"later\":\"YmFy\"}");
        bench.clock.advance(Duration.ofSeconds(3));
        bench.tick("db");
        assertThat(bench.data("db")).hasValue(Map.of("a", "bar"));
        assertThat(bench.ready("db").status()).isEqualTo("True");
    }

    @Test
    @DisplayName("keeps conditions of other types and has its own last")
    void otherConditions() {
        bench.externalSecret("db");
        bench.local.patchStatus(
                ResourceType.EXTERNAL_SECRETS,
                "shop",
                "db",
                Map.of(
                        "status",
                        Map.of(
                                "conditions",
                                List.of(
                                        Map.of("type", "Ready", "status", "False"),
                                        Map.of("type", "Deleted", "status", "False")))),
                "test");
        bench.changed("db");
        assertThat(bench.status("db").conditions())
                .extracting(ExternalSecretStatusCondition::type)
                .containsExactly("Deleted", "Ready");
    }

    @Test
    @DisplayName("has no binding where no Secret was written")
    void noBinding() {
        bench.externalSecret("none", "target: {creationPolicy: None}");
        bench.externalSecret("merge", "target: {creationPolicy: Merge}");
        bench.externalSecret("empty", "dataFrom: [{find: {name: {regexp: nothing}}}]");
        for (String name : List.of("none", "merge", "empty")) {
            bench.changed(name);
            assertThat(bench.ready(name).status()).isEqualTo("True");
            assertThat(bench.status(name).binding()).as(name).isNull();
        }
    }

    @Test
    @DisplayName("says that the target could not be written, and why")
    void notWritten() {
        bench.cluster.refuse(request -> request.startsWith("create Secret ")
                ? new ClusterException(ClusterException.Reason.FORBIDDEN, "create Secret shop/db: quota exceeded")
                : null);
        bench.externalSecret("db");
        assertThat(bench.changed("db")).isEqualTo(Result.retry());
        assertThat(bench.ready("db").message())
                .isEqualTo("could not update secret: create Secret shop/db: quota exceeded");
        assertThat(bench.events)
                .containsExactly("Warning UpdateFailed could not update secret: create Secret shop/db: quota exceeded");
    }

    @Test
    @DisplayName("is left as it is when somebody else writes the target at the same time; that is tried again soon")
    void conflict() {
        bench.externalSecret("db");
        bench.changed("db");
        String before = bench.ready("db").toString();
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.clock.advance(Duration.ofMinutes(70));
        bench.cluster.refuse(request -> request.startsWith("update Secret ")
                ? new ClusterException(ClusterException.Reason.CONFLICT, "changed meanwhile")
                : null);
        assertThat(bench.tick("db")).isEqualTo(Result.retry());
        assertThat(bench.ready("db").toString()).isEqualTo(before);
        bench.cluster.refuse(request -> null);
        bench.tick("db");
        assertThat(bench.data("db")).hasValue(Map.of("user", "new"));
    }

    @Test
    @DisplayName("does not lose a write to another one at the same time: the target is read again and merged")
    void race() {
        bench.externalSecret("db", "target: {creationPolicy: CreateOrMerge}");
        bench.changed("db");
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.clock.advance(Duration.ofMinutes(70));
        bench.cluster.before(request -> {
            if (request.startsWith("update Secret ")) {
                bench.cluster.before(other -> {});
                bench.patch(ResourceType.SECRETS, "db", Map.of("data", Map.of("theirs", "eA==")));
            }
        });
        bench.tick("db");
        assertThat(bench.data("db")).hasValue(Map.of("user", "new", "theirs", "x"));
    }

    @Test
    @DisplayName("says which template fails and why, and nothing is written")
    void invalid() {
        bench.externalSecret("db", "target: {template: {data: {url: '{{ .usre }}'}}}");
        bench.changed("db");
        assertThat(bench.ready("db").message())
                .startsWith("could not update secret: spec.target.template.data[url]: unable to execute template at");
        assertThat(bench.secret("db")).isEmpty();
    }
}
