package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.eso4j.api.GoDuration;
import dev.eso4j.api.RegexpSize;

/** What the schema demands of SecretStores and ClusterSecretStores. */
final class StoreRules {
    private StoreRules() {}

    static void check(ObjectNode tree, Violations violations) {
        SchemaCheck spec = new SchemaCheck("spec", tree.path("spec"), violations);
        if (!spec.present()) {
            return;
        }
        SchemaCheck provider = spec.child("provider").required().oneMember();
        SchemaCheck interval = spec.child("refreshInterval");
        if (interval.node().isNumber()
                ? interval.node().asLong() < 0
                : interval.present() && !isInterval(interval.text())) {
            violations.add(
                    interval.path(),
                    "is no interval; write a whole number of seconds, or a duration such as 5m, not negative");
        }
        for (SchemaCheck condition : spec.child("conditions").items()) {
            condition.child("namespaceRegexes").items().forEach(StoreRules::regex);
            condition.child("namespaces").items().forEach(SchemaCheck::namespaceName);
            for (SchemaCheck term : condition
                    .child("namespaceSelector")
                    .child("matchExpressions")
                    .items()) {
                term.child("key").required();
                term.child("operator").required();
            }
        }
        fake(provider.child("fake"));
        kubernetes(provider.child("kubernetes"));
        conditions(tree, violations);
    }

    private static boolean isInterval(String text) {
        return SchemaCheck.isDuration(text) && !GoDuration.parse("", text).isNegative();
    }

    private static void regex(SchemaCheck expression) {
        String size = RegexpSize.problem(expression.text());
        if (!size.isEmpty()) {
            expression.violations().add(expression.path(), size);
            return;
        }
        try {
            Pattern.compile(expression.text());
        } catch (PatternSyntaxException e) {
            expression
                    .violations()
                    .add(
                            expression.path(),
                            "is no regular expression of RE2: " + e.getDescription()
                                    + "; mind that it has no lookaround");
        }
    }

    static void conditions(ObjectNode tree, Violations violations) {
        SchemaCheck status = new SchemaCheck("status", tree.path("status"), violations);
        for (SchemaCheck condition : status.child("conditions").items()) {
            condition.child("type").required();
            condition.child("status").required();
        }
    }

    private static void fake(SchemaCheck fake) {
        if (fake.present()) {
            for (SchemaCheck entry : fake.child("data").required().items()) {
                entry.child("key").required();
                entry.child("value").required();
            }
        }
    }

    private static void kubernetes(SchemaCheck kubernetes) {
        kubernetes.child("remoteNamespace").namespaceName();
        SchemaCheck auth = kubernetes.child("auth").oneMember();
        SchemaCheck account = auth.child("serviceAccount");
        if (account.present()) {
            account.child("name").required().objectName();
            account.child("namespace").namespaceName();
        }
        if (auth.child("token").present()) {
            selector(auth.child("token").child("bearerToken").required());
        }
        if (auth.child("cert").present()) {
            selector(auth.child("cert").child("clientCert").required());
            selector(auth.child("cert").child("clientKey").required());
        }
        selector(kubernetes.child("authRef"));
        SchemaCheck authority = kubernetes.child("server").child("caProvider");
        if (authority.present()) {
            authority.child("type").required().among("Secret", "ConfigMap");
            authority.child("name").required().objectName();
            authority.child("key").secretKey();
            authority.child("namespace").namespaceName();
        }
    }

    private static void selector(SchemaCheck selector) {
        selector.child("name").objectName();
        selector.child("namespace").namespaceName();
        selector.child("key").secretKey();
    }
}
