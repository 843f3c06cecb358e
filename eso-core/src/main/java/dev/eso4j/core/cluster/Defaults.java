package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what the schemas of our kinds have defaults for, as the API server does; changes trees of the caller's own. */
final class Defaults {
    private Defaults() {}

    static void apply(Table table, ObjectNode tree) {
        if (!(tree.get("spec") instanceof ObjectNode spec)) {
            return;
        }
        if (table.external("ExternalSecret")) {
            externalSecret(spec);
        } else if (table.external("SecretStore") || table.external("ClusterSecretStore")) {
            store(spec);
        }
    }

    private static void externalSecret(ObjectNode spec) {
        fill(spec, "refreshInterval", "1h0m0s");
        if (!spec.has("target")) {
            spec.putObject("target");
        }
        if (spec.get("target") instanceof ObjectNode target) {
            fill(target, "creationPolicy", "Owner");
            fill(target, "deletionPolicy", "Retain");
            if (target.get("template") instanceof ObjectNode template) {
                template(template);
            }
        }
        spec.path("data").forEach(Defaults::generator);
        for (JsonNode entry : spec.path("dataFrom")) {
            generator(entry);
            for (JsonNode rewrite : entry.path("rewrite")) {
                if (rewrite.get("merge") instanceof ObjectNode merge) {
                    fill(merge, "into", "");
                    fill(merge, "priorityPolicy", "Strict");
                    fill(merge, "conflictPolicy", "Error");
                    fill(merge, "strategy", "Extract");
                }
            }
        }
    }

    private static void template(ObjectNode template) {
        fill(template, "engineVersion", "v2");
        fill(template, "mergePolicy", "Replace");
        for (JsonNode from : template.path("templateFrom")) {
            if (from instanceof ObjectNode source) {
                fill(source, "target", "Data");
            }
            for (String kind : new String[] {"configMap", "secret"}) {
                for (JsonNode item : Trees.at(from, kind, "items")) {
                    if (item instanceof ObjectNode object) {
                        fill(object, "templateAs", "Values");
                    }
                }
            }
        }
    }

    private static void generator(JsonNode entry) {
        if (Trees.at(entry, "sourceRef", "generatorRef") instanceof ObjectNode generator) {
            fill(generator, "apiVersion", "generators.external-secrets.io/v1alpha1");
        }
    }

    private static void store(ObjectNode spec) {
        if (Trees.at(spec, "provider", "kubernetes") instanceof ObjectNode kubernetes) {
            fill(kubernetes, "remoteNamespace", "default");
            if (kubernetes.get("server") instanceof ObjectNode server) {
                fill(server, "url", "kubernetes.default");
            }
        }
    }

    private static void fill(ObjectNode object, String name, String value) {
        if (!object.hasNonNull(name)) {
            object.put(name, value);
        }
    }
}
