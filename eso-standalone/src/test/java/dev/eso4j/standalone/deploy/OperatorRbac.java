package dev.eso4j.standalone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rights of the operator: the one list from which the roles in {@code deploy/} are written. */
final class OperatorRbac {
    private static final String CORE = "";
    private static final String ESO = "external-secrets.io";
    private static final String GENERATORS = "generators.external-secrets.io";
    private static final String LEASE = "external-secrets-controller";

    /** Where a right is needed. */
    private enum Scope {
        /** Wherever the operator works: in every namespace, or in its one. */
        WORK,
        /** Only by an operator for the whole cluster. */
        CLUSTER,
        /** In the namespace that the operator runs in. */
        HOME
    }

    /**
     * One right.
     *
     * @param why what it is needed for
     * @param names the names that it is restricted to; none means all
     */
    private record Right(
            Scope scope, String why, String group, List<String> resources, List<String> verbs, List<String> names) {}

    private static final List<Right> RIGHTS = List.of(
            right(
                    Scope.WORK,
                    "What is asked for. Patched only to take off a finalizer that a take-over finds.",
                    ESO,
                    List.of("externalsecrets", "secretstores"),
                    "get",
                    "list",
                    "watch",
                    "patch"),
            right(
                    Scope.CLUSTER,
                    "Stores for all namespaces; patched for the same reason.",
                    ESO,
                    List.of("clustersecretstores"),
                    "get",
                    "list",
                    "watch",
                    "patch"),
            right(
                    Scope.WORK,
                    "What became of it.",
                    ESO,
                    List.of("externalsecrets/status", "secretstores/status"),
                    "patch"),
            right(Scope.CLUSTER, "The same for all namespaces.", ESO, List.of("clustersecretstores/status"), "patch"),
            right(
                    Scope.WORK,
                    "Clusters that enforce it (OwnerReferencesPermissionEnforcement) want this of whoever sets"
                            + " blockOwnerDeletion on a target.",
                    ESO,
                    List.of("externalsecrets/finalizers"),
                    "update"),
            right(
                    Scope.WORK,
                    "Generators, when an ExternalSecret refers to one: the kinds that are built in.",
                    GENERATORS,
                    List.of("webhooks"),
                    "get"),
            right(Scope.CLUSTER, "Generators for all namespaces.", GENERATORS, List.of("clustergenerators"), "get"),
            right(
                    Scope.WORK,
                    "Targets, the credentials of stores and generators.",
                    CORE,
                    List.of("secrets"),
                    "get",
                    "list",
                    "watch",
                    "create",
                    "update",
                    "delete"),
            right(
                    Scope.WORK,
                    "Certificate authorities of stores (caProvider).",
                    CORE,
                    List.of("configmaps"),
                    "get",
                    "list",
                    "watch"),
            right(
                    Scope.CLUSTER,
                    "Labels, for the conditions of ClusterSecretStores.",
                    CORE,
                    List.of("namespaces"),
                    "get",
                    "list",
                    "watch"),
            right(
                    Scope.WORK,
                    "Annotations that say which cloud identity a ServiceAccount has.",
                    CORE,
                    List.of("serviceaccounts"),
                    "get"),
            right(
                    Scope.WORK,
                    "Stores that sign in as a ServiceAccount. deploy/README.md says how to grant single ones instead.",
                    CORE,
                    List.of("serviceaccounts/token"),
                    "create"),
            right(Scope.WORK, "What happened.", CORE, List.of("events"), "create"),
            new Right(
                    Scope.HOME,
                    "The lease of the replica that works.",
                    "coordination.k8s.io",
                    List.of("leases"),
                    List.of("get", "update"),
                    List.of(LEASE)),
            right(
                    Scope.HOME,
                    "A name cannot restrict what does not exist yet.",
                    "coordination.k8s.io",
                    List.of("leases"),
                    "create"));

    private OperatorRbac() {}

    private static Right right(Scope scope, String why, String group, List<String> resources, String... verbs) {
        return new Right(scope, why, group, resources, List.of(verbs), List.of());
    }

    /** Returns the role of an operator for every namespace. */
    static String clusterRole() {
        return role(
                "ClusterRole",
                "eso4j",
                RIGHTS.stream().filter(r -> r.scope() != Scope.HOME).toList());
    }

    /** Returns the role of an operator for one namespace. */
    static String namespacedRole() {
        return role(
                "Role",
                "eso4j",
                RIGHTS.stream().filter(r -> r.scope() == Scope.WORK).toList());
    }

    /** Returns the role for the lease. */
    static String leaderElectionRole() {
        return role(
                "Role",
                "eso4j-leader-election",
                RIGHTS.stream().filter(r -> r.scope() == Scope.HOME).toList());
    }

    private static String role(String kind, String name, List<Right> rights) {
        List<String> lines = new ArrayList<>(List.of(
                "# Generated from OperatorRbac; OperatorRbacTest says how.",
                "apiVersion: rbac.authorization.k8s.io/v1",
                "kind: " + kind,
                "metadata:",
                "  name: " + name,
                "rules:"));
        for (Right right : rights) {
            lines.add("  # " + right.why());
            lines.add("  - apiGroups: " + list(List.of(right.group())));
            lines.add("    resources: " + list(right.resources()));
            if (!right.names().isEmpty()) {
                lines.add("    resourceNames: " + list(right.names()));
            }
            lines.add("    verbs: " + list(right.verbs()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String list(List<String> items) {
        return items.stream().map(i -> '"' + i + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
