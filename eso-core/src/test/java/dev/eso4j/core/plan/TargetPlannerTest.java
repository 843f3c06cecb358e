package dev.eso4j.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.Models;
import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.plan.TargetPlan.Refused.Cause;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateTexts;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The plan for a target")
class TargetPlannerTest {
    private static final String SERVICE_ACCOUNT_NAME = "kubernetes.io/service-account.name";

    private final LocalCluster cluster = LocalCluster.create();
    private final TargetPlanner planner = new TargetPlanner();
    private final TargetRenderer renderer = new TargetRenderer(TargetTemplates.standard());

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Map<String, byte[]> bytes(String... pairs) {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            bytes.put(pairs[i], pairs[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private TargetPlan plan(ExternalSecret es, String... pairs) {
        Map<String, SecretValue> values = new TreeMap<>();
        bytes(pairs).forEach((key, value) -> values.put(key, SecretValue.of(value)));
        TargetPolicy policy = TargetPolicy.of(es);
        KubeSecret existing =
                cluster.get(ResourceType.SECRETS, "shop", policy.name()).orElse(null);
        return planner.plan(es.getMetadata(), policy, renderer.render(es, values, TemplateTexts.none()), existing);
    }

    /** Does what the plan says, so that the cluster knows who wrote what. */
    private KubeSecret sync(ExternalSecret es, String... pairs) {
        exists(es.getMetadata().getName());
        TargetPlan plan = plan(es, pairs);
        String manager = Ownership.fieldManager(es.getMetadata().getName());
        if (plan instanceof TargetPlan.Create create) {
            return cluster.create(ResourceType.SECRETS, create.secret(), manager);
        }
        if (plan instanceof TargetPlan.Update update) {
            return cluster.update(ResourceType.SECRETS, update.secret(), manager);
        }
        assertThat(plan).isInstanceOf(TargetPlan.Unchanged.class);
        return secret(TargetPolicy.of(es).name());
    }

    private KubeSecret secret(String name) {
        return cluster.get(ResourceType.SECRETS, "shop", name).orElseThrow();
    }

    private KubeSecret foreign(String name, ObjectMeta metadata, String... pairs) {
        metadata.setNamespace("shop");
        metadata.setName(name);
        return cluster.create(ResourceType.SECRETS, KubeSecret.of(metadata, bytes(pairs), null, null), "kubectl");
    }

    private void edit(String name, Map<String, ?> patch) {
        cluster.patch(ResourceType.SECRETS, "shop", name, patch, "kubectl");
    }

    /** The garbage collector takes what belongs to nobody. */
    private void exists(String externalSecret) {
        if (cluster.get(ResourceType.EXTERNAL_SECRETS, "shop", externalSecret).isEmpty()) {
            cluster.load(SyncBench.manifest(externalSecret)
                    .replace("namespace: shop", "namespace: shop, uid: uid-of-" + externalSecret));
        }
    }

    private static OwnerReference owner(String kind, String apiVersion, String name) {
        return new OwnerReferenceBuilder()
                .withApiVersion(apiVersion)
                .withKind(kind)
                .withName(name)
                .withUid("uid-of-" + name)
                .withController(true)
                .build();
    }

    @Nested
    @DisplayName("that does not exist")
    class Create {
        @Test
        @DisplayName("is to create it, owned and with the bookkeeping that the existing operator writes")
        void owner() {
            ExternalSecret es = Models.externalSecret("db", Map.of("app", "shop"), Map.of("note", "n"));
            TargetPlan.Create plan = (TargetPlan.Create) plan(es, "a", "1");
            ObjectMeta metadata = plan.secret().metadata();
            assertThat(metadata.getLabels())
                    .isEqualTo(Map.of(
                            "app", "shop",
                            "reconcile.external-secrets.io/managed", "true",
                            "reconcile.external-secrets.io/created-by", ObjectHash.ofText("shop/db")));
            assertThat(metadata.getAnnotations())
                    .isEqualTo(Map.of(
                            "note",
                            "n",
                            "reconcile.external-secrets.io/data-hash",
                            ObjectHash.ofData(bytes("a", "1"))));
            assertThat(metadata.getOwnerReferences())
                    .containsExactly(new OwnerReferenceBuilder()
                            .withApiVersion("external-secrets.io/v1")
                            .withKind("ExternalSecret")
                            .withName("db")
                            .withUid("uid-of-db")
                            .withController(true)
                            .withBlockOwnerDeletion(true)
                            .build());
            assertThat(plan.secret().immutable()).isNull();
            assertThat(plan.changes().added()).containsExactly("a");
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("is to create it without an owner where the policy says so")
        @ValueSource(strings = {"Orphan", "CreateOrMerge"})
        void orphan(String policy) {
            ObjectMeta metadata = ((TargetPlan.Create)
                            plan(Models.externalSecret("db", "target: {creationPolicy: " + policy + "}"), "a", "1"))
                    .secret()
                    .metadata();
            assertThat(metadata.getOwnerReferences()).isNullOrEmpty();
            assertThat(metadata.getLabels()).containsOnlyKeys(Ownership.MANAGED_LABEL);
        }

        @Test
        @DisplayName("is to create it frozen where it shall be immutable, with type and finalizers of the template")
        void immutable() {
            KubeSecret secret = ((TargetPlan.Create) plan(
                            Models.externalSecret(
                                    "db",
                                    "target: {immutable: true, template: {type: custom/type,"
                                            + " metadata: {finalizers: [x/y]}}}"),
                            "a",
                            "1"))
                    .secret();
            assertThat(secret.immutable()).isTrue();
            assertThat(secret.type()).isEqualTo("custom/type");
            assertThat(secret.metadata().getFinalizers()).containsExactly("x/y");
        }

        @Test
        @DisplayName("does not let a manifest set the bookkeeping")
        void bookkeepingWins() {
            Map<String, String> forged = Map.of(Ownership.MANAGED_LABEL, "false", Ownership.CREATOR_LABEL, "forged");
            ExternalSecret es = Models.externalSecret(
                    "db", forged, Map.of(Ownership.HASH_ANNOTATION, "forged"), "target: {creationPolicy: Orphan}");
            ObjectMeta metadata =
                    ((TargetPlan.Create) plan(es, "a", "1")).secret().metadata();
            assertThat(metadata.getLabels()).isEqualTo(Map.of(Ownership.MANAGED_LABEL, "true"));
            assertThat(metadata.getAnnotations()).doesNotContainValue("forged");
        }
    }

    @Nested
    @DisplayName("that is right")
    class Unchanged {
        @ParameterizedTest(name = "{0}")
        @DisplayName("is to leave it, under every policy")
        @ValueSource(strings = {"Owner", "Orphan", "Merge", "CreateOrMerge"})
        void unchanged(String policy) {
            foreign("db", new ObjectMeta(), "theirs", "x");
            ExternalSecret es = Models.externalSecret(
                    "db", Map.of("app", "shop"), Map.of(), "target: {creationPolicy: " + policy + "}");
            String version = sync(es, "a", "1").metadata().getResourceVersion();
            assertThat(plan(es, "a", "1")).isInstanceOf(TargetPlan.Unchanged.class);
            assertThat(sync(es, "a", "1").metadata().getResourceVersion()).isEqualTo(version);
        }
    }

    @Nested
    @DisplayName("that exists")
    class Update {
        @Test
        @DisplayName("removes foreign keys with Owner and Orphan")
        void foreignKeysGo() {
            for (String policy : List.of("Owner", "Orphan")) {
                foreign("t-" + policy.toLowerCase(java.util.Locale.ROOT), new ObjectMeta(), "theirs", "x");
                ExternalSecret es = Models.externalSecret(
                        "db",
                        "target: {name: t-" + policy.toLowerCase(java.util.Locale.ROOT) + ", creationPolicy: " + policy
                                + "}");
                assertThat(SyncBench.text(sync(es, "a", "1"))).isEqualTo(Map.of("a", "1"));
            }
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("keeps foreign keys with Merge and CreateOrMerge, removes own ones that are not wanted any more")
        @ValueSource(strings = {"Merge", "CreateOrMerge"})
        void foreignKeysStay(String policy) {
            foreign("db", new ObjectMeta(), "theirs", "x");
            ExternalSecret es = Models.externalSecret("db", "target: {creationPolicy: " + policy + "}");
            assertThat(SyncBench.text(sync(es, "a", "1", "b", "2")))
                    .isEqualTo(Map.of("theirs", "x", "a", "1", "b", "2"));
            KubeSecret second = sync(es, "b", "3");
            assertThat(SyncBench.text(second)).isEqualTo(Map.of("theirs", "x", "b", "3"));
            assertThat(second.metadata().getAnnotations())
                    .containsEntry(Ownership.HASH_ANNOTATION, ObjectHash.ofData(bytes("theirs", "x", "b", "3")));
        }

        @Test
        @DisplayName("with Merge leaves two entries of field managers, each with its own keys")
        void managers() {
            foreign("db", new ObjectMeta(), "theirs", "x");
            sync(Models.externalSecret("db", "target: {creationPolicy: Merge}"), "a", "1");
            FieldOwners ours = FieldOwners.of(secret("db").metadata(), Ownership.fieldManager("db"));
            FieldOwners theirs = FieldOwners.of(secret("db").metadata(), "kubectl");
            assertThat(ours.data()).containsExactly("a");
            assertThat(theirs.data()).containsExactly("theirs");
        }

        @Test
        @DisplayName("with Merge takes over a key that another manager has")
        void takesOver() {
            foreign("db", new ObjectMeta(), "a", "x");
            sync(Models.externalSecret("db", "target: {creationPolicy: Merge}"), "a", "1");
            assertThat(FieldOwners.of(secret("db").metadata(), Ownership.fieldManager("db"))
                            .data())
                    .containsExactly("a");
        }

        @ParameterizedTest(name = "{0} characters")
        @DisplayName("removes own labels and annotations that are not wanted any more, however long the name is")
        @ValueSource(ints = {2, 27, 28, 40, 63, 100})
        void staleMetadata(int length) {
            String name = "n".repeat(length);
            sync(Models.externalSecret(name, Map.of("old", "1", "kept", "1"), Map.of("gone", "1")), "a", "1");
            edit(name, Map.of("metadata", Map.of("labels", Map.of("theirs", "1"), "annotations", Map.of("x", "1"))));
            KubeSecret secret = sync(Models.externalSecret(name, Map.of("kept", "2"), Map.of()), "a", "1");
            assertThat(secret.metadata().getLabels())
                    .containsOnlyKeys("kept", "theirs", Ownership.MANAGED_LABEL, Ownership.CREATOR_LABEL)
                    .containsEntry("kept", "2");
            assertThat(secret.metadata().getAnnotations()).containsOnlyKeys("x", Ownership.HASH_ANNOTATION);
        }

        @Test
        @DisplayName("removes what kubectl remembers of the ExternalSecret where the existing operator has put it")
        void lastApplied() {
            ObjectMeta metadata = new ObjectMetaBuilder()
                    .withNamespace("shop")
                    .withName("db")
                    .withAnnotations(Map.of(Ownership.LAST_APPLIED, "{}"))
                    .build();
            cluster.create(
                    ResourceType.SECRETS,
                    KubeSecret.of(metadata, bytes("a", "1"), null, null),
                    Ownership.fieldManager("db"));
            KubeSecret secret =
                    sync(Models.externalSecret("db", Map.of(), Map.of(Ownership.LAST_APPLIED, "{}")), "a", "1");
            assertThat(secret.metadata().getAnnotations()).doesNotContainKey(Ownership.LAST_APPLIED);
        }

        @Test
        @DisplayName("keeps the type where the template gives none, and adds finalizers but never removes one")
        void typeAndFinalizers() {
            foreign("db", new ObjectMetaBuilder().withFinalizers("theirs/f").build(), "a", "1");
            KubeSecret secret = sync(
                    Models.externalSecret("db", "target: {template: {metadata: {finalizers: [ours/f]}}}"), "a", "1");
            assertThat(secret.type()).isEqualTo("Opaque");
            assertThat(secret.metadata().getFinalizers()).containsExactly("theirs/f", "ours/f");
            assertThat(sync(Models.externalSecret("db"), "a", "1").metadata().getFinalizers())
                    .containsExactly("theirs/f", "ours/f");
        }

        @Test
        @DisplayName("adopts a Secret that nobody controls, and lets it go when the policy changes")
        void adoption() {
            foreign("db", new ObjectMeta(), "a", "1");
            assertThat(sync(Models.externalSecret("db"), "a", "1").metadata().getOwnerReferences())
                    .hasSize(1);
            KubeSecret released = sync(Models.externalSecret("db", "target: {creationPolicy: Orphan}"), "a", "1");
            assertThat(released.metadata().getOwnerReferences()).isEmpty();
            assertThat(released.metadata().getLabels()).doesNotContainKey(Ownership.CREATOR_LABEL);
        }

        @Test
        @DisplayName(
                "takes over the Secret of an ExternalSecret of the same name that is gone, by whatever API version")
        void recreated() {
            exists("db");
            foreign(
                    "db",
                    new ObjectMetaBuilder()
                            .withOwnerReferences(
                                    new OwnerReferenceBuilder(owner("Thing", "example.com/v1", "other"))
                                            .withController(null)
                                            .build(),
                                    owner("ExternalSecret", "external-secrets.io/v1beta1", "db"))
                            .build(),
                    "a",
                    "1");
            ExternalSecret es = Models.externalSecret("db");
            es.getMetadata().setUid("a-new-uid");
            TargetPlan.Update plan = (TargetPlan.Update) plan(es, "a", "1");
            assertThat(plan.secret().metadata().getOwnerReferences())
                    .extracting(OwnerReference::getUid)
                    .containsExactly("uid-of-other", "a-new-uid");
        }
    }

    @Nested
    @DisplayName("that belongs to somebody else")
    class Owned {
        @ParameterizedTest(name = "{0}")
        @DisplayName("is to refuse it under every policy when that is another ExternalSecret, with its name")
        @ValueSource(strings = {"Owner", "Orphan", "Merge", "CreateOrMerge"})
        void otherExternalSecret(String policy) {
            exists("first");
            foreign(
                    "db",
                    new ObjectMetaBuilder()
                            .withOwnerReferences(owner("ExternalSecret", "external-secrets.io/v1", "first"))
                            .build());
            TargetPlan.Refused plan = (TargetPlan.Refused)
                    plan(Models.externalSecret("db", "target: {creationPolicy: " + policy + "}"), "a", "1");
            assertThat(plan.cause()).isEqualTo(Cause.OWNED_BY_OTHER);
            assertThat(plan.message()).startsWith("target is owned by another ExternalSecret: first; choose another");
        }

        @Test
        @DisplayName("is to refuse it with Owner when something else controls it, and to write it with other policies")
        void foreignController() {
            foreign(
                    "db",
                    new ObjectMetaBuilder()
                            .withOwnerReferences(owner("SealedSecret", "bitnami.com/v1alpha1", "sealed"))
                            .build());
            TargetPlan.Refused plan = (TargetPlan.Refused) plan(Models.externalSecret("db"), "a", "1");
            assertThat(plan.cause()).isEqualTo(Cause.FOREIGN_CONTROLLER);
            assertThat(plan.message())
                    .startsWith("failed to take ownership of target secret: db is controlled by SealedSecret sealed");
            TargetPlan.Update merged =
                    (TargetPlan.Update) plan(Models.externalSecret("db", "target: {creationPolicy: Merge}"), "a", "1");
            assertThat(merged.secret().metadata().getOwnerReferences())
                    .extracting(OwnerReference::getKind)
                    .containsExactly("SealedSecret");
        }

        @Test
        @DisplayName("is to refuse making a service account token of it for somebody else (CVE-2026-42876)")
        void cve202642876() {
            ObjectMeta metadata = new ObjectMetaBuilder()
                    .withNamespace("shop")
                    .withName("db")
                    .withAnnotations(Map.of(SERVICE_ACCOUNT_NAME, "harmless"))
                    .build();
            cluster.create(
                    ResourceType.SECRETS,
                    KubeSecret.of(metadata, Map.of(), "kubernetes.io/service-account-token", null),
                    "kubectl");
            for (String policy : List.of("Owner", "Merge")) {
                ExternalSecret es = Models.externalSecret(
                        "db",
                        Map.of(),
                        Map.of(SERVICE_ACCOUNT_NAME, "admin"),
                        "target: {creationPolicy: " + policy + "}");
                TargetPlan.Refused plan = (TargetPlan.Refused) plan(es, "a", "1");
                assertThat(plan.cause()).isEqualTo(Cause.SERVICE_ACCOUNT_TOKEN);
                assertThat(plan.message())
                        .contains("kubernetes.io/service-account-token", SERVICE_ACCOUNT_NAME, "is not allowed");
            }
            assertThat(plan(Models.externalSecret("db", "target: {creationPolicy: Merge}"), "a", "1"))
                    .isInstanceOf(TargetPlan.Update.class);
        }
    }

    @Nested
    @DisplayName("with more data than a Secret can have")
    class TooLarge {
        private final String half = "x".repeat(512 * 1024);

        private String refused(TargetPlan plan) {
            assertThat(plan)
                    .isInstanceOfSatisfying(
                            TargetPlan.Refused.class, r -> assertThat(r.cause()).isEqualTo(Cause.TOO_LARGE));
            return ((TargetPlan.Refused) plan).message();
        }

        @Test
        @DisplayName("is to refuse it with its size and the names of its largest keys, and no value")
        void create() {
            ExternalSecret es = Models.externalSecret("db");
            assertThat(plan(es, "a", half, "b", half)).isInstanceOf(TargetPlan.Create.class);
            assertThat(refused(plan(es, "a", half, "b", half + "yy", "c", "z", "d", "zzz", "e", "canary")))
                    .isEqualTo("could not update secret: the data of db would be 1048588 bytes, and a Secret holds at"
                            + " most 1048576; its largest keys are b (524290), a (524288), e (6);"
                            + " fetch fewer of them, or divide them among several ExternalSecrets");
        }

        @Test
        @DisplayName("is to refuse it when the keys of others would make it so")
        void merge() {
            foreign("db", new ObjectMeta(), "theirs", half);
            ExternalSecret es = Models.externalSecret("db", "target: {creationPolicy: Merge}");
            assertThat(refused(plan(es, "ours", half + "y"))).contains("ours (524289), theirs (524288)");
        }
    }

    @Nested
    @DisplayName("in matters of immutability")
    class Immutable {
        private static final String FROZEN = "target: {immutable: true}";

        private void freeze(String name) {
            edit(name, Map.of("immutable", true));
        }

        @ParameterizedTest(name = "wanted immutable {0}, is immutable {1}, data differs {2}: {3}")
        @DisplayName("follows the table")
        @CsvSource({
            "false, false, false, Unchanged",
            "false, false, true, Update",
            "false, true, false, Unchanged",
            "false, true, true, Refused",
            "true, false, false, Update",
            "true, false, true, Update",
            "true, true, false, Unchanged",
            "true, true, true, Unchanged",
        })
        void matrix(boolean wanted, boolean is, boolean differs, String outcome) {
            ExternalSecret es =
                    wanted ? Models.externalSecret("db", FROZEN) : Models.externalSecret("db", new String[0]);
            sync(Models.externalSecret("db"), "a", "1");
            if (is) {
                freeze("db");
            }
            TargetPlan plan = plan(es, "a", differs ? "2" : "1");
            assertThat(plan.getClass().getSimpleName()).isEqualTo(outcome);
            if (plan instanceof TargetPlan.Update update && wanted) {
                assertThat(SyncBench.text(update.secret()))
                        .as("frozen as it is")
                        .isEqualTo(Map.of("a", "1"));
                assertThat(update.secret().immutable()).isTrue();
                assertThat(update.stale().isPresent()).isEqualTo(differs);
            }
            if (plan instanceof TargetPlan.Unchanged unchanged) {
                assertThat(unchanged.stale().isPresent()).isEqualTo(differs);
            }
        }

        @Test
        @DisplayName("says which keys differ, and not how")
        void names() {
            sync(Models.externalSecret("db", FROZEN), "a", "canary-1", "b", "1");
            TargetPlan.Unchanged stale =
                    (TargetPlan.Unchanged) plan(Models.externalSecret("db", FROZEN), "a", "canary-2", "c", "1");
            assertThat(stale.stale())
                    .hasValue(
                            "the target is immutable and its data is older than the source; keys that differ: a, b, c");
            TargetPlan.Refused refused =
                    (TargetPlan.Refused) plan(Models.externalSecret("db"), "a", "canary-2", "c", "1");
            assertThat(refused.cause()).isEqualTo(Cause.IMMUTABLE);
            assertThat(refused.message())
                    .startsWith("could not update secret, target is immutable: ")
                    .contains("keys that differ: [a, b, c]", "delete the Secret")
                    .doesNotContain("canary");
        }

        @Test
        @DisplayName("still changes the metadata of an immutable Secret whose data is right")
        void metadataOnly() {
            sync(Models.externalSecret("db", Map.of("l", "1"), Map.of()), "a", "1");
            freeze("db");
            KubeSecret secret = sync(Models.externalSecret("db", Map.of("l", "2"), Map.of()), "a", "1");
            assertThat(secret.metadata().getLabels()).containsEntry("l", "2");
            assertThat(secret.immutable()).isTrue();
        }

        @Test
        @DisplayName("takes a wrong hash of a frozen Secret back to what its data is")
        void hash() {
            sync(Models.externalSecret("db", FROZEN), "a", "1");
            Map<String, String> wrong = new HashMap<>(Collections.singletonMap(Ownership.HASH_ANNOTATION, "wrong"));
            edit("db", Map.of("metadata", Map.of("annotations", wrong)));
            assertThat(sync(Models.externalSecret("db", FROZEN), "a", "2")
                            .metadata()
                            .getAnnotations())
                    .containsEntry(Ownership.HASH_ANNOTATION, ObjectHash.ofData(bytes("a", "1")));
        }
    }
}
