package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretFind;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.externalsecret.StoreGeneratorSourceRef;
import dev.eso4j.api.externalsecret.SyncWindow;
import dev.eso4j.api.externalsecret.SyncWindows;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The engine itself, whatever the API server has let in,")
class ExternalSecretRulesTest {
    private static final ExternalSecretDataRemoteRef DB =
            new ExternalSecretDataRemoteRef("db", null, null, null, null, null, null);
    private static final ExternalSecretData ENTRY = new ExternalSecretData("a", DB, null);
    private static final ExternalSecretFind FIND = new ExternalSecretFind(null, null, null, null, null, null);

    private static List<String> check(
            @Nullable ExternalSecretTarget target,
            @Nullable String interval,
            @Nullable SyncWindows windows,
            List<ExternalSecretData> data,
            List<ExternalSecretDataFromRemoteRef> dataFrom) {
        ExternalSecret es = new ExternalSecret();
        es.setMetadata(
                new ObjectMetaBuilder().withName("db").withNamespace("shop").build());
        es.setSpec(new ExternalSecretSpec(
                new SecretStoreRef("store", null), target, null, interval, windows, data, dataFrom));
        return ExternalSecretRules.check(es);
    }

    private static ExternalSecretTarget target(String creation, String deletion) {
        return new ExternalSecretTarget(null, creation, deletion, null, null, null);
    }

    @Test
    @DisplayName("accepts what is right")
    void good() {
        assertThat(check(null, null, null, List.of(ENTRY), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} with Delete")
    @DisplayName("refuses to delete what is not owned")
    @CsvSource({"Orphan", "Merge", "CreateOrMerge", "None"})
    void deleteNeedsOwner(String creation) {
        assertThat(check(target(creation, "Delete"), null, null, List.of(ENTRY), List.of()))
                .containsExactly("deletionPolicy=Delete must not be used when the controller doesn't own the secret."
                        + " Please set creationPolicy=Owner");
    }

    @Test
    @DisplayName("refuses to merge into nothing")
    void mergeIntoNone() {
        assertThat(check(target("None", "Merge"), null, null, List.of(ENTRY), List.of()))
                .containsExactly("deletionPolicy=Merge must not be used with creationPolicy=None. There is no Secret to"
                        + " merge with");
    }

    @Test
    @DisplayName("refuses policies that do not exist, naming those that do")
    void unknownPolicy() {
        assertThat(check(target("Owned", "Retain"), null, null, List.of(ENTRY), List.of()))
                .singleElement()
                .asString()
                .contains("spec.target.creationPolicy \"Owned\" does not exist", "CreateOrMerge");
    }

    @Test
    @DisplayName("refuses to fetch nothing")
    void nothing() {
        assertThat(check(null, null, null, List.of(), List.of()))
                .containsExactly("either data or dataFrom should be specified");
    }

    @Test
    @DisplayName("refuses entries of dataFrom that have no source, or two")
    void sources() {
        assertThat(check(
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(
                                new ExternalSecretDataFromRemoteRef(DB, FIND, List.of(), null),
                                new ExternalSecretDataFromRemoteRef(null, null, List.of(), null),
                                new ExternalSecretDataFromRemoteRef(
                                        null,
                                        null,
                                        List.of(),
                                        new StoreGeneratorSourceRef(new SecretStoreRef("s", null), null)))))
                .containsExactly(
                        "spec.dataFrom[0]: extract, find, or generatorRef cannot be set at the same time",
                        "spec.dataFrom[1]: either extract, find, or sourceRef.generatorRef must be set to dataFrom",
                        "spec.dataFrom[2]: either extract, find, or sourceRef.generatorRef must be set to dataFrom");
    }

    @Test
    @DisplayName("refuses two entries for one key, under every deletion policy")
    void duplicates() {
        for (String deletion : List.of("Retain", "Delete", "Merge")) {
            assertThat(check(target("Owner", deletion), null, null, List.of(ENTRY, ENTRY), List.of()))
                    .containsExactly("duplicate secretKey found: a; keep one entry of spec.data for it");
        }
    }

    @Test
    @DisplayName("refuses intervals and windows that are none, with their field")
    void times() {
        assertThat(check(null, "1d", null, List.of(ENTRY), List.of()))
                .singleElement()
                .asString()
                .startsWith("spec.refreshInterval: \"1d\" is not a duration");
        SyncWindows windows = new SyncWindows("allow", List.of(new SyncWindow("99 * * * *", "1h")));
        assertThat(check(null, null, windows, List.of(ENTRY), List.of()))
                .singleElement()
                .asString()
                .startsWith("spec.syncWindows.windows[0].schedule: minute 99 is not between 0 and 59");
    }
}
