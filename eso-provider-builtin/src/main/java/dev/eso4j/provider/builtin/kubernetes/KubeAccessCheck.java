package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ValidationResult;
import java.util.List;

/** Asks the API server whether the credentials may read Secrets of a namespace. */
final class KubeAccessCheck {
    private final KubeApi api;
    private final String namespace;

    KubeAccessCheck(KubeApi api, String namespace) {
        this.api = api;
        this.namespace = namespace;
    }

    /** Looks at the rules first; they may be incomplete, so what they do not say is asked for by itself. */
    ValidationResult check() {
        try {
            return rulesAllow() || reviewAllows()
                    ? ValidationResult.ready()
                    : ValidationResult.failed("The credentials may not get Secrets in namespace \"" + namespace
                            + "\"; grant get and list on secrets there.");
        } catch (NotFoundException e) {
            return ValidationResult.unknown("The server at server.url does not answer access reviews; check that it is"
                    + " a Kubernetes API server.");
        } catch (AccessDeniedException e) {
            return e.getMessage() != null && e.getMessage().endsWith(" 403")
                    ? ValidationResult.unknown(
                            "The credentials are valid, but may not ask what they are allowed to do.")
                    : failed(e);
        } catch (SecretsException e) {
            return failed(e);
        }
    }

    private static ValidationResult failed(SecretsException e) {
        return ValidationResult.failed(e.getMessage() + "; " + e.advice() + ".");
    }

    private boolean rulesAllow() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("namespace", namespace);
        JsonNode review = api.review("selfsubjectrulesreviews", "SelfSubjectRulesReview", spec);
        for (JsonNode rule : review.path("status").path("resourceRules")) {
            // A rule with names allows some Secrets only; the review below says nothing about those either.
            boolean all = rule.path("resourceNames").isEmpty();
            boolean group = rule.path("apiGroups").isEmpty() || any(rule.path("apiGroups"), List.of("", "*"));
            if (all
                    && group
                    && any(rule.path("resources"), List.of("secrets", "*"))
                    && any(rule.path("verbs"), List.of("get", "*"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(JsonNode list, List<String> wanted) {
        for (JsonNode each : list) {
            if (wanted.contains(each.asText())) {
                return true;
            }
        }
        return false;
    }

    private boolean reviewAllows() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putObject("resourceAttributes")
                .put("namespace", namespace)
                .put("verb", "get")
                .put("resource", "secrets");
        return api.review("selfsubjectaccessreviews", "SelfSubjectAccessReview", spec)
                .path("status")
                .path("allowed")
                .asBoolean();
    }
}
