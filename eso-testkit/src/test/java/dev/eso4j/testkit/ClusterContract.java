package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.ModelJson;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link Cluster} does, whether it is an API server or memory. */
abstract class ClusterContract {
    private static final Duration SOON = Duration.ofSeconds(90);

    Cluster cluster;
    String namespace;

    /** Opens a cluster of its own, or another connection to the one there is, with pages of three objects. */
    abstract Cluster open();

    /** Returns the name of an empty namespace. */
    abstract String newNamespace();

    /** Returns a resourceVersion whose changes {@code cluster} does not keep any more. */
    abstract String forgottenVersion();

    @BeforeEach
    void openCluster() {
        cluster = open();
        namespace = newNamespace();
    }

    @AfterEach
    void closeCluster() {
        cluster.close();
    }

    @Test
    @DisplayName("create returns the object as stored, with uid, version, time and default type")
    void create() {
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of("k", "v")), "m");
        assertThat(created.metadata().getUid()).isNotBlank();
        assertThat(created.metadata().getResourceVersion()).matches("[1-9]\\d*");
        assertThat(created.metadata().getCreationTimestamp()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(created.metadata().getGeneration()).isNull();
        assertThat(created.type()).isEqualTo("Opaque");
        KubeSecret read = get("s");
        assertThat(text(read)).containsExactly(Map.entry("k", "v"));
        assertThat(read.metadata()).isEqualTo(created.metadata());
    }

    @Test
    @DisplayName("create of an existing object is ALREADY_EXISTS")
    void alreadyExists() {
        cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        fails(Reason.ALREADY_EXISTS, () -> cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m"))
                .contains("Secret " + namespace + "/s");
    }

    @Test
    @DisplayName("generateName makes a new name each time")
    void generateName() {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withGenerateName("event-")
                .withNamespace(namespace)
                .build();
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            ConfigMap map = new ConfigMapBuilder().withMetadata(metadata).build();
            names.add(cluster.create(ResourceType.CONFIG_MAPS, map, "m")
                    .getMetadata()
                    .getName());
        }
        assertThat(names).hasSize(20).allMatch(name -> name.matches("event-[a-z0-9]{5}"));
    }

    @Test
    @DisplayName("what does not exist reads as nothing, and cannot be changed or deleted")
    void absent() {
        assertThat(cluster.get(ResourceType.SECRETS, namespace, "s")).isEmpty();
        fails(Reason.NOT_FOUND, () -> cluster.update(ResourceType.SECRETS, secret("s", Map.of()), "m"));
        fails(Reason.NOT_FOUND, () -> cluster.patch(ResourceType.SECRETS, namespace, "s", Map.of(), "m"));
        fails(
                Reason.NOT_FOUND,
                () -> cluster.patchStatus(
                        ResourceType.EXTERNAL_SECRETS, namespace, "s", Map.of("status", Map.of()), "m"));
        fails(Reason.NOT_FOUND, () -> cluster.delete(ResourceType.SECRETS, namespace, "s", Preconditions.none()));
    }

    @Test
    @DisplayName("an update of a stale version is a CONFLICT; without a version a Secret is replaced")
    void conflict() {
        KubeSecret first = cluster.create(ResourceType.SECRETS, secret("s", Map.of("k", "1")), "m");
        cluster.update(ResourceType.SECRETS, withData(first, Map.of("k", "2")), "m");
        fails(Reason.CONFLICT, () -> cluster.update(ResourceType.SECRETS, withData(first, Map.of("k", "3")), "m"));
        cluster.update(ResourceType.SECRETS, secret("s", Map.of("k", "4")), "m");
        assertThat(text(get("s"))).containsExactly(Map.entry("k", "4"));
    }

    @Test
    @DisplayName("an ExternalSecret cannot be updated without its version")
    void unconditional() {
        cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("e", "a"), "m");
        fails(Reason.INVALID, () -> cluster.update(ResourceType.EXTERNAL_SECRETS, externalSecret("e", "b"), "m"));
    }

    @Test
    @DisplayName("a write that changes nothing leaves the version as it is")
    void noChange() {
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of("k", "v")), "m");
        KubeSecret updated = cluster.update(ResourceType.SECRETS, created, "m");
        KubeSecret other = cluster.update(ResourceType.SECRETS, created, "other");
        KubeSecret patched =
                cluster.patch(ResourceType.SECRETS, namespace, "s", Map.of("data", Map.of("k", bytes("v"))), "m");
        assertThat(List.of(version(updated), version(other), version(patched))).containsOnly(version(created));
        ExternalSecret external = cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("e", "a"), "m");
        Map<String, ?> status = Map.of("status", Map.of("refreshTime", "2026-01-01T00:00:00Z"));
        ExternalSecret once = cluster.patchStatus(ResourceType.EXTERNAL_SECRETS, namespace, "e", status, "m");
        ExternalSecret twice = cluster.patchStatus(ResourceType.EXTERNAL_SECRETS, namespace, "e", status, "m");
        assertThat(version(once.getMetadata())).isNotEqualTo(version(external.getMetadata()));
        assertThat(version(twice.getMetadata())).isEqualTo(version(once.getMetadata()));
    }

    @Test
    @DisplayName("the generation counts changes of the spec, not of metadata or status")
    void generation() {
        ExternalSecret created = cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("e", "a"), "m");
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
        ExternalSecret labelled = patch("e", Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        assertThat(labelled.getMetadata().getGeneration()).isEqualTo(1);
        ExternalSecret reported = cluster.patchStatus(
                ResourceType.EXTERNAL_SECRETS,
                namespace,
                "e",
                Map.of("status", Map.of("syncedResourceVersion", "1")),
                "m");
        assertThat(reported.getMetadata().getGeneration()).isEqualTo(1);
        ExternalSecret changed = patch("e", Map.of("spec", Map.of("refreshInterval", "5m0s")));
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
        changed.setSpec(spec("c"));
        assertThat(cluster.update(ResourceType.EXTERNAL_SECRETS, changed, "m")
                        .getMetadata()
                        .getGeneration())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("status changes through its subresource only, and the subresource changes nothing else")
    void status() {
        ExternalSecret given = externalSecret("e", "a");
        given.setStatus(ModelJson.fromTree(
                "status",
                Map.of("syncedResourceVersion", "x"),
                dev.eso4j.api.externalsecret.ExternalSecretStatus.class));
        ExternalSecret created = cluster.create(ResourceType.EXTERNAL_SECRETS, given, "m");
        assertThat(created.getStatus() == null || created.getStatus().syncedResourceVersion() == null)
                .isTrue();
        ExternalSecret reported = cluster.patchStatus(
                ResourceType.EXTERNAL_SECRETS,
                namespace,
                "e",
                Map.of(
                        "status",
                        Map.of("syncedResourceVersion", "1"),
                        "spec",
                        Map.of("refreshInterval", "9h"),
                        "metadata",
                        Map.of("labels", Map.of("no", "no"))),
                "m");
        assertThat(reported.getStatus().syncedResourceVersion()).isEqualTo("1");
        assertThat(reported.getSpec()).isEqualTo(created.getSpec());
        assertThat(reported.getMetadata().getLabels()).isNullOrEmpty();
        reported.setStatus(given.getStatus());
        reported.setSpec(spec("b"));
        ExternalSecret updated = cluster.update(ResourceType.EXTERNAL_SECRETS, reported, "m");
        assertThat(updated.getStatus().syncedResourceVersion()).isEqualTo("1");
        ExternalSecret patched = patch("e", Map.of("status", Map.of("syncedResourceVersion", "2")));
        assertThat(patched.getStatus().syncedResourceVersion()).isEqualTo("1");
        Map<String, Object> removal = new LinkedHashMap<>();
        removal.put("syncedResourceVersion", null);
        ExternalSecret cleared =
                cluster.patchStatus(ResourceType.EXTERNAL_SECRETS, namespace, "e", Map.of("status", removal), "m");
        assertThat(cleared.getStatus() == null || cleared.getStatus().syncedResourceVersion() == null)
                .isTrue();
    }

    @Test
    @DisplayName("a merge patch sets, removes by null, and replaces lists; a version in it is a precondition")
    void mergePatch() {
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of("a", "1", "b", "2")), "m");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("a", null);
        data.put("c", bytes("3"));
        KubeSecret patched = cluster.patch(
                ResourceType.SECRETS,
                namespace,
                "s",
                Map.of(
                        "data",
                        data,
                        "metadata",
                        Map.of("finalizers", List.of("example.com/f"), "labels", Map.of("l", "1"))),
                "m");
        assertThat(text(patched)).containsOnly(Map.entry("b", "2"), Map.entry("c", "3"));
        assertThat(patched.metadata().getLabels()).containsEntry("l", "1");
        KubeSecret emptied = cluster.patch(
                ResourceType.SECRETS, namespace, "s", Map.of("metadata", Map.of("finalizers", List.of())), "m");
        assertThat(emptied.metadata().getFinalizers()).isNullOrEmpty();
        assertThat(emptied.metadata().getLabels()).containsEntry("l", "1");
        fails(
                Reason.CONFLICT,
                () -> cluster.patch(
                        ResourceType.SECRETS,
                        namespace,
                        "s",
                        Map.of("metadata", Map.of("resourceVersion", version(created), "labels", Map.of("l", "2"))),
                        "m"));
        cluster.patch(
                ResourceType.SECRETS,
                namespace,
                "s",
                Map.of("metadata", Map.of("resourceVersion", version(emptied), "labels", Map.of("l", "3"))),
                "m");
        assertThat(get("s").metadata().getLabels()).containsEntry("l", "3");
    }

    @Test
    @DisplayName("finalizers hold a deleted object until the last one goes; none can be added meanwhile")
    void finalizers() {
        ExternalSecret given = externalSecret("e", "a");
        given.getMetadata().setFinalizers(List.of("example.com/one", "example.com/two"));
        cluster.create(ResourceType.EXTERNAL_SECRETS, given, "m");
        cluster.delete(ResourceType.EXTERNAL_SECRETS, namespace, "e", Preconditions.none());
        ExternalSecret deleting =
                cluster.get(ResourceType.EXTERNAL_SECRETS, namespace, "e").orElseThrow();
        assertThat(deleting.getMetadata().getDeletionTimestamp()).isNotBlank();
        assertThat(deleting.getMetadata().getGeneration()).isEqualTo(2);
        cluster.delete(ResourceType.EXTERNAL_SECRETS, namespace, "e", Preconditions.none());
        fails(
                Reason.INVALID,
                () -> patch(
                        "e",
                        Map.of("metadata", Map.of("finalizers", List.of("example.com/one", "example.com/three")))));
        ExternalSecret still = patch("e", Map.of("metadata", Map.of("finalizers", List.of("example.com/two"))));
        assertThat(still.getMetadata().getFinalizers()).containsExactly("example.com/two");
        patch("e", Map.of("metadata", Map.of("finalizers", List.of())));
        assertThat(cluster.get(ResourceType.EXTERNAL_SECRETS, namespace, "e")).isEmpty();
    }

    @Test
    @DisplayName("a deletion whose preconditions are not met is a CONFLICT and deletes nothing")
    void deletePreconditions() {
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        fails(
                Reason.CONFLICT,
                () -> cluster.delete(ResourceType.SECRETS, namespace, "s", new Preconditions("other-uid", null)));
        fails(
                Reason.CONFLICT,
                () -> cluster.delete(ResourceType.SECRETS, namespace, "s", new Preconditions(null, "1")));
        assertThat(cluster.get(ResourceType.SECRETS, namespace, "s")).isPresent();
        cluster.delete(
                ResourceType.SECRETS,
                namespace,
                "s",
                new Preconditions(created.metadata().getUid(), version(created)));
        assertThat(cluster.get(ResourceType.SECRETS, namespace, "s")).isEmpty();
    }

    @Test
    @DisplayName("what is owned goes with its last owner and loses the references to others that are gone")
    void garbage() {
        ExternalSecret one = cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("one", "a"), "m");
        ExternalSecret two = cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("two", "a"), "m");
        cluster.create(ResourceType.SECRETS, owned("single", owner(one)), "m");
        cluster.create(ResourceType.SECRETS, owned("shared", owner(one), owner(two)), "m");
        cluster.delete(ResourceType.EXTERNAL_SECRETS, namespace, "one", Preconditions.none());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cluster.get(ResourceType.SECRETS, namespace, "single"))
                        .isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("shared").metadata().getOwnerReferences())
                        .extracting(OwnerReference::getName)
                        .containsExactly("two"));
        cluster.delete(ResourceType.EXTERNAL_SECRETS, namespace, "two", Preconditions.none());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cluster.get(ResourceType.SECRETS, namespace, "shared"))
                        .isEmpty());
    }

    @Test
    @DisplayName("an object whose owner was made anew under the same name is collected")
    void orphan() {
        ConfigMap owner = new ConfigMapBuilder().withMetadata(metadata("owner")).build();
        cluster.create(ResourceType.CONFIG_MAPS, owner, "m");
        OwnerReference former = new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("ConfigMap")
                .withName("owner")
                .withUid("11111111-2222-3333-4444-555555555555")
                .build();
        cluster.create(ResourceType.SECRETS, owned("orphan", former), "m");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cluster.get(ResourceType.SECRETS, namespace, "orphan"))
                        .isEmpty());
    }

    @Test
    @DisplayName("lists select by labels in all forms")
    void labels() {
        labelled("a", Map.of("app", "x", "tier", "1"));
        labelled("b", Map.of("app", "y"));
        labelled("c", Map.of());
        assertThat(names("app=x")).containsExactly("a");
        assertThat(names("app==x,tier=1")).containsExactly("a");
        assertThat(names("app!=x")).containsExactly("b", "c");
        assertThat(names("app in (x, y)")).containsExactly("a", "b");
        assertThat(names("app notin (x),app")).containsExactly("b");
        assertThat(names("tier")).containsExactly("a");
        assertThat(names("!tier")).containsExactly("b", "c");
        fails(Reason.INVALID, () -> names("a=b=c (")).doesNotContain("null");
    }

    @Test
    @DisplayName("lists select by name, by the type of a Secret, and by the store of an ExternalSecret")
    void fields() {
        cluster.create(ResourceType.SECRETS, secret("a", Map.of()), "m");
        cluster.create(ResourceType.SECRETS, KubeSecret.of(metadata("b"), Map.of(), "example.com/custom", null), "m");
        cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("x", "one"), "m");
        cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret("y", "two"), "m");
        Selection here = Selection.namespace(namespace);
        assertThat(names(ResourceType.SECRET_DIGESTS, here.withFields("metadata.name=a")))
                .containsExactly("a");
        assertThat(names(ResourceType.SECRET_DIGESTS, here.withFields("type=example.com/custom,metadata.name!=a")))
                .containsExactly("b");
        assertThat(names(ResourceType.EXTERNAL_SECRETS, here.withFields("spec.secretStoreRef.name=two")))
                .containsExactly("y");
        fails(Reason.INVALID, () -> names(ResourceType.SECRET_DIGESTS, here.withFields("data.k=v")));
    }

    @Test
    @DisplayName("lists select ExternalSecrets that were never synced, and give no more of them than asked for")
    void neverSynced() {
        for (String name : List.of("a", "b", "c", "d")) {
            cluster.create(ResourceType.EXTERNAL_SECRETS, externalSecret(name, "one"), "m");
        }
        cluster.patchStatus(
                ResourceType.EXTERNAL_SECRETS,
                namespace,
                "b",
                Map.of("status", Map.of("refreshTime", "2026-01-02T03:04:05Z")),
                "m");
        Selection never = Selection.namespace(namespace).withFields("status.refreshTime=");

        assertThat(names(ResourceType.EXTERNAL_SECRETS, never)).containsExactly("a", "c", "d");
        List<String> some = new ArrayList<>();
        cluster.listSome(
                ResourceType.EXTERNAL_SECRETS,
                never,
                2,
                es -> some.add(es.getMetadata().getName()));
        assertThat(some).hasSize(2).isSubsetOf("a", "c", "d");
    }

    @Test
    @DisplayName("a list stays within its namespace, and hands over every object of every page once")
    void pages() {
        String other = newNamespace();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            cluster.create(ResourceType.SECRETS, secret("s" + i, Map.of("k", "v")), "m");
            expected.add("s" + i);
        }
        cluster.create(
                ResourceType.SECRETS,
                KubeSecret.of(
                        new ObjectMetaBuilder()
                                .withName("foreign")
                                .withNamespace(other)
                                .addToLabels("mark", namespace)
                                .build(),
                        Map.of(),
                        null,
                        null),
                "m");
        assertThat(names(ResourceType.SECRETS, Selection.namespace(namespace))).containsExactlyElementsOf(expected);
        assertThat(names(ResourceType.SECRETS, Selection.everyNamespace().withLabels("mark=" + namespace)))
                .containsExactly("foreign");
    }

    @Test
    @DisplayName("a digest has the hash of the whole data, and neither data nor managed fields")
    void digests() {
        byte[] binary = {0, (byte) 0xff, 10};
        cluster.create(
                ResourceType.SECRETS,
                KubeSecret.of(metadata("s"), Map.of("b", binary, "a", bytes("ü")), null, true),
                "m");
        KubeSecret whole = get("s");
        var digest = cluster.get(ResourceType.SECRET_DIGESTS, namespace, "s").orElseThrow();
        assertThat(digest.dataHash())
                .isEqualTo(ObjectHash.ofData(whole.data()))
                .isEqualTo(ObjectHash.ofData(Map.of("a", bytes("ü"), "b", binary)));
        assertThat(digest.immutable()).isTrue();
        assertThat(digest.type()).isEqualTo("Opaque");
        assertThat(digest.metadata().getUid()).isEqualTo(whole.metadata().getUid());
        assertThat(digest.metadata().getManagedFields()).isNullOrEmpty();
    }

    @Test
    @DisplayName("metadata-only reads carry metadata and nothing else")
    void metadataOnly() {
        labelled("a", Map.of("app", "x"));
        var one = cluster.get(ResourceType.SECRET_METADATA, namespace, "a").orElseThrow();
        assertThat(one.getMetadata().getLabels()).containsEntry("app", "x");
        assertThat(one.getMetadata().getManagedFields()).isNullOrEmpty();
        assertThat(names(ResourceType.SECRET_METADATA, Selection.namespace(namespace)))
                .containsExactly("a");
    }

    @Test
    @DisplayName("a watch reports every change after its version, in order, and another resumes where it ended")
    void watch() throws InterruptedException {
        cluster.create(ResourceType.SECRETS, secret("old", Map.of()), "m");
        String from = cluster.list(ResourceType.SECRETS, Selection.namespace(namespace), item -> {});
        RecordedWatch<KubeSecret> events = new RecordedWatch<>(ResourceType.SECRETS);
        Cluster.Watch watch = cluster.watch(ResourceType.SECRETS, Selection.namespace(namespace), from, events);
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of("k", "1")), "m");
        cluster.update(ResourceType.SECRETS, withData(created, Map.of("k", "2")), "m");
        cluster.delete(ResourceType.SECRETS, namespace, "s", Preconditions.none());
        events.await("ADDED s", "MODIFIED s", "DELETED s");
        assertThat(text(events.object(0))).containsEntry("k", "1");
        assertThat(text(events.object(2))).containsEntry("k", "2");
        watch.close();
        assertThat(events.closed()).isNull();

        String middle = version(events.object(1));
        RecordedWatch<KubeSecret> resumed = new RecordedWatch<>(ResourceType.SECRETS);
        try (Cluster.Watch again =
                cluster.watch(ResourceType.SECRETS, Selection.namespace(namespace), middle, resumed)) {
            assertThat(again).isNotNull();
            cluster.create(ResourceType.SECRETS, secret("new", Map.of()), "m");
            resumed.await("DELETED s", "ADDED new");
        }
        assertThat(resumed.closed()).isNull();
    }

    @Test
    @DisplayName("to a watch by label an object comes and goes with its label")
    void watchByLabel() throws InterruptedException {
        labelled("s", Map.of("app", "no"));
        String from = cluster.list(ResourceType.SECRETS, Selection.namespace(namespace), item -> {});
        RecordedWatch<KubeSecret> events = new RecordedWatch<>(ResourceType.SECRETS);
        Selection selection = Selection.namespace(namespace).withLabels("app=yes");
        try (Cluster.Watch watch = cluster.watch(ResourceType.SECRETS, selection, from, events)) {
            assertThat(watch).isNotNull();
            label("s", "yes");
            cluster.patch(ResourceType.SECRETS, namespace, "s", Map.of("data", Map.of("k", bytes("w"))), "m");
            KubeSecret last = label("s", "no");
            events.await("ADDED s", "MODIFIED s", "DELETED s");
            assertThat(version(events.object(2))).isEqualTo(version(last));
        }
    }

    @Test
    @DisplayName("a bookmark moves a quiet watch past the changes of other objects")
    void bookmarks() throws InterruptedException {
        String from = cluster.list(ResourceType.SECRETS, Selection.namespace(namespace), item -> {});
        RecordedWatch<KubeSecret> events = new RecordedWatch<>(ResourceType.SECRETS);
        String elsewhere = newNamespace();
        try (Cluster.Watch watch = cluster.watch(ResourceType.SECRETS, Selection.namespace(namespace), from, events)) {
            assertThat(watch).isNotNull();
            String last = "";
            for (int i = 0; i < 120; i++) {
                ObjectMeta metadata = new ObjectMetaBuilder()
                        .withName("s" + i)
                        .withNamespace(elsewhere)
                        .build();
                last = version(
                        cluster.create(ResourceType.SECRETS, KubeSecret.of(metadata, Map.of(), null, null), "m"));
            }
            long passed = Long.parseLong(last);
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(events.lastBookmark()).isGreaterThan(passed - 100));
            assertThat(events.names()).isEmpty();
        }
    }

    @Test
    @DisplayName("a watch from a version that is too old ends as GONE")
    void gone() throws InterruptedException {
        String old = forgottenVersion();
        RecordedWatch<ExternalSecret> events = new RecordedWatch<>(ResourceType.EXTERNAL_SECRETS);
        try (Cluster.Watch watch =
                cluster.watch(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), old, events)) {
            assertThat(watch).isNotNull();
            assertThat(events.closed())
                    .isNotNull()
                    .extracting(ClusterException::reason)
                    .isEqualTo(Reason.GONE);
        }
    }

    @Test
    @DisplayName("a Secret keeps its type, and its data when it is immutable")
    void secretChanges() {
        KubeSecret frozen = cluster.create(
                ResourceType.SECRETS, KubeSecret.of(metadata("s"), Map.of("k", bytes("canary-1")), null, true), "m");
        fails(
                        Reason.INVALID,
                        () -> cluster.update(
                                ResourceType.SECRETS,
                                KubeSecret.of(frozen.metadata(), Map.of("k", bytes("canary-2")), "Opaque", true),
                                "m"))
                .doesNotContain("canary")
                .contains("data");
        fails(
                Reason.INVALID,
                () -> cluster.update(
                        ResourceType.SECRETS, KubeSecret.of(frozen.metadata(), frozen.data(), "Opaque", null), "m"));
        KubeSecret labelled = label("s", "fine");
        assertThat(labelled.metadata().getLabels()).containsEntry("app", "fine");
        fails(
                        Reason.INVALID,
                        () -> cluster.update(
                                ResourceType.SECRETS,
                                KubeSecret.of(labelled.metadata(), frozen.data(), "example.com/other", true),
                                "m"))
                .contains("type");
    }

    @Test
    @DisplayName("a Secret has possible keys only, and no more than 1 MiB")
    void secretLimits() {
        for (String key : List.of("a/b", "..", "a b", "..x", "k".repeat(254))) {
            fails(Reason.INVALID, () -> cluster.create(ResourceType.SECRETS, secret("s", Map.of(key, "canary")), "m"))
                    .doesNotContain("canary");
        }
        KubeSecret large =
                KubeSecret.of(metadata("s"), Map.of("a", new byte[1024 * 1024], "b", new byte[1]), null, null);
        fails(Reason.INVALID, () -> cluster.create(ResourceType.SECRETS, large, "m"));
        KubeSecret fits =
                KubeSecret.of(metadata("s"), Map.of("a", new byte[1024 * 1024], "-._aZ9", new byte[0]), null, null);
        assertThat(cluster.create(ResourceType.SECRETS, fits, "m").data()).hasSize(2);
        fails(
                Reason.INVALID,
                () -> cluster.create(
                        ResourceType.SECRETS,
                        KubeSecret.of(metadata("t"), Map.of("tls.crt", bytes("x")), "kubernetes.io/tls", null),
                        "m"));
    }

    @Test
    @DisplayName("a manager owns what it sets or changes, and loses what others change")
    void managersOfUpdates() {
        ObjectMeta metadata = metadata("s");
        metadata.setLabels(Map.of("mine", "1"));
        metadata.setAnnotations(Map.of("note", "1"));
        KubeSecret first = cluster.create(
                ResourceType.SECRETS,
                KubeSecret.of(metadata, Map.of("a", bytes("1"), "b", bytes("2"), "c", bytes("3")), null, null),
                "first");
        assertThat(owned(first, "first", "f:data")).containsExactly(".", "f:a", "f:b", "f:c");
        assertThat(owned(first, "first", "f:metadata", "f:labels")).containsExactly(".", "f:mine");
        assertThat(owned(first, "first", "f:metadata", "f:annotations")).containsExactly(".", "f:note");

        ObjectMeta changed = first.metadata();
        changed.setLabels(Map.of("mine", "1", "theirs", "2"));
        KubeSecret second = cluster.update(
                ResourceType.SECRETS,
                KubeSecret.of(changed, Map.of("a", bytes("1"), "b", bytes("changed"), "d", bytes("4")), "Opaque", null),
                "second");
        assertThat(owned(second, "first", "f:data")).containsExactly(".", "f:a");
        assertThat(owned(second, "second", "f:data")).containsExactly("f:b", "f:d");
        assertThat(owned(second, "first", "f:metadata", "f:labels")).containsExactly(".", "f:mine");
        assertThat(owned(second, "second", "f:metadata", "f:labels")).containsExactly("f:theirs");

        KubeSecret third = cluster.patch(
                ResourceType.SECRETS, namespace, "s", Map.of("data", Map.of("a", bytes("taken"))), "first");
        KubeSecret fourth = cluster.patch(
                ResourceType.SECRETS, namespace, "s", Map.of("data", Map.of("b", bytes("back"))), "first");
        assertThat(owned(third, "first", "f:data")).containsExactly(".", "f:a");
        assertThat(owned(fourth, "first", "f:data")).containsExactly(".", "f:a", "f:b");
        assertThat(owned(fourth, "second", "f:data")).containsExactly("f:d");
    }

    @Test
    @DisplayName("applying sets what is sent, takes over conflicts, and removes what is sent no more")
    void apply() {
        KubeSecret first = cluster.apply(ResourceType.SECRETS, secret("s", Map.of("a", "1", "b", "2")), "first");
        assertThat(text(first)).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
        KubeSecret second = cluster.apply(ResourceType.SECRETS, secret("s", Map.of("b", "3", "c", "4")), "second");
        assertThat(text(second)).containsOnly(Map.entry("a", "1"), Map.entry("b", "3"), Map.entry("c", "4"));
        assertThat(owned(second, "first", "f:data")).contains("f:a").doesNotContain("f:b");
        KubeSecret third = cluster.apply(ResourceType.SECRETS, secret("s", Map.of("c", "4")), "second");
        assertThat(text(third)).containsOnly(Map.entry("a", "1"), Map.entry("c", "4"));
        KubeSecret again = cluster.apply(ResourceType.SECRETS, secret("s", Map.of("c", "4")), "second");
        assertThat(version(again)).isEqualTo(version(third));
        assertThat(text(cluster.apply(ResourceType.SECRETS, secret("s", Map.of()), "first")))
                .containsOnly(Map.entry("c", "4"));
    }

    @Test
    @DisplayName("names and labels follow the rules of the API")
    void names() {
        fails(Reason.INVALID, () -> cluster.create(ResourceType.SECRETS, secret("Upper_Case", Map.of()), "m"));
        ObjectMeta metadata = metadata("s");
        metadata.setLabels(Map.of("ok", "not ok!"));
        fails(
                Reason.INVALID,
                () -> cluster.create(ResourceType.SECRETS, KubeSecret.of(metadata, Map.of(), null, null), "m"));
        ObjectMeta elsewhere = new ObjectMetaBuilder().withName("s").build();
        fails(
                Reason.INVALID,
                () -> cluster.create(ResourceType.SECRETS, KubeSecret.of(elsewhere, Map.of(), null, null), "m"));
    }

    @Test
    @DisplayName("of writers that race for one version exactly one wins")
    void races() throws Exception {
        ConfigMap map = new ConfigMapBuilder()
                .withMetadata(metadata("counter"))
                .addToData("n", "0")
                .build();
        cluster.create(ResourceType.CONFIG_MAPS, map, "m");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                done.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 10; i++) {
                        increment();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cluster.get(ResourceType.CONFIG_MAPS, namespace, "counter")
                        .orElseThrow()
                        .getData())
                .containsEntry("n", "40");
    }

    private void increment() {
        while (true) {
            ConfigMap map =
                    cluster.get(ResourceType.CONFIG_MAPS, namespace, "counter").orElseThrow();
            map.getData()
                    .put("n", Integer.toString(Integer.parseInt(map.getData().get("n")) + 1));
            try {
                cluster.update(ResourceType.CONFIG_MAPS, map, "m");
                return;
            } catch (ClusterException e) {
                assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
            }
        }
    }

    @Test
    @DisplayName("after close its watches have ended, its threads are gone, and it answers nothing more")
    void close() throws InterruptedException {
        String from = cluster.list(ResourceType.SECRETS, Selection.namespace(namespace), item -> {});
        RecordedWatch<KubeSecret> events = new RecordedWatch<>(ResourceType.SECRETS);
        cluster.watch(ResourceType.SECRETS, Selection.namespace(namespace), from, events);
        cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        events.await("ADDED s");
        cluster.close();
        assertThat(events.closed()).isNull();
        await().atMost(SOON).untilAsserted(() -> assertThat(ownThreads()).isEmpty());
        fails(Reason.UNAVAILABLE, () -> cluster.get(ResourceType.SECRETS, namespace, "s"));
        assertThat(events.endings()).isEqualTo(1);
        cluster.close();
    }

    static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("eso-"))
                .toList();
    }

    static AbstractStringAssert<?> fails(Reason reason, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
        return assertThat(thrown.getMessage());
    }

    KubeSecret get(String name) {
        return cluster.get(ResourceType.SECRETS, namespace, name).orElseThrow();
    }

    private ExternalSecret patch(String name, Map<String, ?> patch) {
        return cluster.patch(ResourceType.EXTERNAL_SECRETS, namespace, name, patch, "m");
    }

    private void labelled(String name, Map<String, String> labels) {
        ObjectMeta metadata = metadata(name);
        metadata.setLabels(labels);
        cluster.create(ResourceType.SECRETS, KubeSecret.of(metadata, Map.of("k", bytes("v")), null, null), "m");
    }

    private KubeSecret label(String name, String value) {
        return cluster.patch(
                ResourceType.SECRETS, namespace, name, Map.of("metadata", Map.of("labels", Map.of("app", value))), "m");
    }

    private List<String> names(String labels) {
        return names(ResourceType.SECRETS, Selection.namespace(namespace).withLabels(labels));
    }

    private <T> List<String> names(ResourceType<T> type, Selection selection) {
        List<String> names = new ArrayList<>();
        cluster.list(type, selection, item -> names.add(type.metadata(item).getName()));
        return names;
    }

    ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder().withName(name).withNamespace(namespace).build();
    }

    KubeSecret secret(String name, Map<String, String> data) {
        return KubeSecret.of(metadata(name), encode(data), null, null);
    }

    private KubeSecret owned(String name, OwnerReference... owners) {
        ObjectMeta metadata = metadata(name);
        metadata.setOwnerReferences(List.of(owners));
        return KubeSecret.of(metadata, Map.of(), null, null);
    }

    private static OwnerReference owner(ExternalSecret object) {
        return new OwnerReferenceBuilder()
                .withApiVersion("external-secrets.io/v1")
                .withKind("ExternalSecret")
                .withName(object.getMetadata().getName())
                .withUid(object.getMetadata().getUid())
                .build();
    }

    private static KubeSecret withData(KubeSecret secret, Map<String, String> data) {
        return KubeSecret.of(secret.metadata(), encode(data), secret.type(), secret.immutable());
    }

    private static Map<String, byte[]> encode(Map<String, String> data) {
        return data.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> bytes(e.getValue())));
    }

    ExternalSecret externalSecret(String name, String store) {
        ExternalSecret object = new ExternalSecret();
        object.setMetadata(metadata(name));
        object.setSpec(spec(store));
        return object;
    }

    private static ExternalSecretSpec spec(String store) {
        return ModelJson.fromTree(
                "spec",
                Map.of(
                        "secretStoreRef",
                        Map.of("name", store),
                        "data",
                        List.of(Map.of("secretKey", "k", "remoteRef", Map.of("key", "r")))),
                ExternalSecretSpec.class);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> text(KubeSecret secret) {
        return secret.data().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new String(e.getValue(), StandardCharsets.UTF_8)));
    }

    private static String version(KubeSecret secret) {
        return version(secret.metadata());
    }

    private static String version(ObjectMeta metadata) {
        return metadata.getResourceVersion();
    }

    /** The fields below a path that a manager owns, sorted. */
    @SuppressWarnings("unchecked")
    private static List<String> owned(KubeSecret secret, String manager, String... path) {
        return secret.metadata().getManagedFields().stream()
                .filter(entry -> entry.getManager().equals(manager))
                .map(entry -> (Map<String, Object>) entry.getFieldsV1().getAdditionalProperties())
                .flatMap(fields -> {
                    Map<String, Object> at = fields;
                    for (String step : path) {
                        at = (Map<String, Object>) at.getOrDefault(step, Map.of());
                    }
                    return at.keySet().stream();
                })
                .sorted()
                .toList();
    }
}
