package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the schema of ExternalSecret demands, rules across fields included. */
final class ExternalSecretRules {
    private static final Pattern SCHEDULE = Pattern.compile(
            "(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})");
    private static final String[] GENERATORS = {
        "ACRAccessToken",
        "BeyondtrustWorkloadCredentialsDynamicSecret",
        "ClusterGenerator",
        "CloudsmithAccessToken",
        "ECRAuthorizationToken",
        "Fake",
        "GCRAccessToken",
        "GithubAccessToken",
        "GitlabDeployToken",
        "QuayAccessToken",
        "Password",
        "SSHKey",
        "STSSessionToken",
        "UUID",
        "VaultDynamicSecret",
        "Webhook",
        "Grafana",
        "MFA"
    };

    private ExternalSecretRules() {}

    static void check(ObjectNode tree, Violations violations) {
        SchemaCheck spec = new SchemaCheck("spec", tree.path("spec"), violations);
        if (spec.present()) {
            store(spec.child("secretStoreRef"));
            spec.child("refreshPolicy").among("CreatedOnce", "Periodic", "OnChange");
            spec.child("refreshInterval").duration();
            windows(spec.child("syncWindows"));
            target(spec.child("target"));
            data(spec);
            dataFrom(spec);
            if (spec.child("data").items().isEmpty()
                    && spec.child("dataFrom").items().isEmpty()) {
                violations.add("spec", "has neither data nor dataFrom; say which secrets to fetch");
            }
        }
        StoreRules.conditions(tree, violations);
    }

    private static void store(SchemaCheck reference) {
        reference.child("name").objectName();
        reference.child("kind").among("SecretStore", "ClusterSecretStore");
    }

    private static void windows(SchemaCheck windows) {
        if (!windows.present()) {
            return;
        }
        windows.child("kind").required().among("allow", "deny");
        SchemaCheck list = windows.child("windows").required();
        if (list.present() && list.items().isEmpty()) {
            list.violations().add(list.path(), "is empty; add a window, or remove syncWindows");
        }
        for (SchemaCheck window : list.items()) {
            window.child("schedule")
                    .required()
                    .matching(
                            text -> SCHEDULE.matcher(text).matches(),
                            "is no cron schedule; write five fields, or @daily");
            window.child("duration").required().duration();
        }
    }

    private static void target(SchemaCheck target) {
        target.child("name").objectName();
        SchemaCheck creation =
                target.child("creationPolicy").among("Owner", "Orphan", "Merge", "None", "CreateOrMerge");
        SchemaCheck deletion = target.child("deletionPolicy").among("Delete", "Merge", "Retain");
        if (deletion.text().equals("Delete") && !creation.text().equals("Owner")) {
            deletion.violations()
                    .add(deletion.path(), "is Delete, which needs creationPolicy Owner; change one of the two");
        }
        if (deletion.text().equals("Merge") && creation.text().equals("None")) {
            deletion.violations()
                    .add(deletion.path(), "is Merge, but creationPolicy None makes no Secret; change one of the two");
        }
        SchemaCheck manifest = target.child("manifest");
        if (manifest.present()) {
            manifest.child("apiVersion").required().notEmpty();
            manifest.child("kind").required().notEmpty();
        }
        boolean secret = !manifest.present()
                || (manifest.child("apiVersion").text().equals("v1")
                        && manifest.child("kind").text().equals("Secret"));
        template(target.child("template"), secret);
    }

    private static void template(SchemaCheck template, boolean secret) {
        template.child("engineVersion").among("v2");
        template.child("mergePolicy").among("Replace", "Merge");
        boolean token = template.child("type").text().equals("kubernetes.io/service-account-token");
        if (template.child("type").text().equals("bootstrap.kubernetes.io/token")) {
            template.violations().add(template.path() + ".type", "may not be bootstrap.kubernetes.io/token");
        }
        if (token && template.child("metadata").child("annotations").node().has("kubernetes.io/service-account.name")) {
            template.violations()
                    .add(
                            template.path() + ".metadata.annotations",
                            "may not name a service account when the type is kubernetes.io/service-account-token");
        }
        for (SchemaCheck from : template.child("templateFrom").items()) {
            reference(from.child("configMap"));
            reference(from.child("secret"));
            from.child("valuesDecodingStrategy").among("Auto", "Base64", "Base64URL", "None");
            SchemaCheck target = from.child("target");
            String name = target.text().toLowerCase(Locale.ROOT);
            if (secret && !Set.of("", "data", "annotations", "labels").contains(name)) {
                target.violations()
                        .add(target.path(), "is \"" + target.text() + "\"; a Secret has Data, Annotations and Labels");
            }
            if (token && name.equals("annotations")) {
                target.violations()
                        .add(
                                target.path(),
                                "may not be Annotations when the type is" + " kubernetes.io/service-account-token");
            }
        }
    }

    private static void reference(SchemaCheck reference) {
        if (reference.present()) {
            reference.child("name").required().objectName();
            for (SchemaCheck item : reference.child("items").required().items()) {
                item.child("key").required().secretKey();
                item.child("templateAs").among("Values", "KeysAndValues");
            }
        }
    }

    private static void data(SchemaCheck spec) {
        Set<String> keys = new HashSet<>();
        for (SchemaCheck entry : spec.child("data").items()) {
            SchemaCheck key = entry.child("secretKey").required().secretKey();
            if (!keys.add(key.text())) {
                key.violations().add(key.path(), "\"" + key.text() + "\" is given twice; keep one entry");
            }
            remote(entry.child("remoteRef").required());
            source(entry.child("sourceRef"));
        }
    }

    private static void remote(SchemaCheck reference) {
        if (reference.present()) {
            reference.child("key").required();
            reference.child("metadataPolicy").among("None", "Fetch");
            strategies(reference);
        }
    }

    private static void strategies(SchemaCheck node) {
        node.child("conversionStrategy").among("Default", "Unicode");
        node.child("decodingStrategy").among("Auto", "Base64", "Base64URL", "None");
        node.child("nullBytePolicy").among("Ignore", "Fail");
    }

    private static void source(SchemaCheck source) {
        source.oneMember();
        store(source.child("storeRef"));
        SchemaCheck generator = source.child("generatorRef");
        if (generator.present()) {
            generator.child("kind").required().among(GENERATORS);
            generator.child("name").required().objectName();
        }
    }

    private static void dataFrom(SchemaCheck spec) {
        for (SchemaCheck entry : spec.child("dataFrom").items()) {
            SchemaCheck source = entry.child("sourceRef");
            source(source);
            remote(entry.child("extract"));
            strategies(entry.child("find"));
            int sources = (entry.child("extract").present() ? 1 : 0)
                    + (entry.child("find").present() ? 1 : 0)
                    + (source.child("generatorRef").present() ? 1 : 0);
            if (sources != 1) {
                entry.violations()
                        .add(
                                entry.path(),
                                sources == 0
                                        ? "fetches nothing; add extract, find or sourceRef.generatorRef"
                                        : "has more than one of extract, find and sourceRef.generatorRef; keep one");
            }
            for (SchemaCheck rewrite : entry.child("rewrite").items()) {
                rewrite(rewrite.oneMember());
            }
        }
    }

    private static void rewrite(SchemaCheck rewrite) {
        SchemaCheck merge = rewrite.child("merge");
        merge.child("conflictPolicy").among("Ignore", "Error");
        merge.child("priorityPolicy").among("IgnoreNotFound", "Strict");
        merge.child("strategy").among("Extract", "JSON");
        if (rewrite.child("regexp").present()) {
            rewrite.child("regexp").child("source").required();
            rewrite.child("regexp").child("target").required();
        }
        if (rewrite.child("transform").present()) {
            rewrite.child("transform").child("template").required();
        }
    }
}
