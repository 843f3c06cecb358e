package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eso4j.core.cluster.ClusterException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns answers of the API server that are no success into exceptions. The server likes to quote what it does not
 * accept, and so do admission webhooks; where what was sent may hold values of secrets, only what cannot be a value is
 * told on: the reason, the fields, who may not do what.
 */
final class ApiErrors {
    private static final Pattern RBAC = Pattern.compile(
            "User \"[^\"]*\" cannot \\S+ resource \"[^\"]*\" in API group \"[^\"]*\"( in the namespace \"[^\"]*\"| at the"
                    + " cluster scope)?");
    private static final Pattern WEBHOOK = Pattern.compile("admission webhook \"[^\"]*\" denied the request");
    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: [^,]*, requested: [^:]*, used: [^:]*, limited: [^ ]*");
    /** How the server refuses, with 500, to apply what does not fit the schema; in a path in quotes there may be values. */
    private static final Pattern UNFIT =
            Pattern.compile("^failed to create typed patch object|^failed to create typed live");

    private static final Pattern UNFIT_FIELD = Pattern.compile(
            "\\.(?<path>[-A-Za-z0-9_.\\[\\]]{1,400}): (?<why>field not declared in schema|expected [a-z ()]{1,40}, got [a-z]{1,20})");
    private static final int MAX_MESSAGE = 2_000;

    private ApiErrors() {}

    /**
     * Returns the exception for an answer.
     *
     * @param what verb, kind and name
     * @param quotes whether the server's own words may be told on
     */
    static ClusterException of(
            String what, ResourceType<?> type, int code, String body, @Nullable String retryAfter, boolean quotes) {
        JsonNode status = parse(body);
        String reason = Trees.text(status, "reason");
        boolean unfit = UNFIT.matcher(Trees.text(status, "message")).find();
        Reason mapped = unfit ? Reason.INVALID : reason(code, reason);
        StringBuilder message = new StringBuilder(what).append(": ");
        if (code == 404 && !absent(code, body)) {
            message.append("the API server has no kind ")
                    .append(type.kind())
                    .append(" in ")
                    .append(type.apiVersion())
                    .append(
                            type.group().endsWith("external-secrets.io")
                                    ? "; install the CRDs: eso crds | kubectl apply --server-side -f -"
                                    : "");
        } else {
            message.append(text(mapped, code, reason, status, body, quotes));
        }
        return new ClusterException(mapped, message.toString(), wait(retryAfter, status), null);
    }

    /** Returns whether the answer says that there is no such object, which is something else than no such kind. */
    static boolean absent(int code, String body) {
        return code == 404 && parse(body).path("details").has("name");
    }

    /** Returns the exception for a Status that came as an event of a watch. */
    static ClusterException ofEvent(String what, JsonNode status) {
        Reason mapped = reason(status.path("code").asInt(), Trees.text(status, "reason"));
        return new ClusterException(
                mapped, what + ": " + clip(Trees.text(status, "message")), wait(null, status), null);
    }

    private static Reason reason(int code, String reason) {
        return switch (code) {
            case 400, 413, 422 -> Reason.INVALID;
            case 401 -> Reason.UNAUTHORIZED;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            case 409 -> reason.equals("AlreadyExists") ? Reason.ALREADY_EXISTS : Reason.CONFLICT;
            case 410 -> Reason.GONE;
            case 429 -> Reason.THROTTLED;
            default -> code >= 500 ? Reason.UNAVAILABLE : Reason.OTHER;
        };
    }

    private static String text(Reason mapped, int code, String reason, JsonNode status, String body, boolean quotes) {
        String head = code + (reason.isEmpty() ? "" : " " + reason);
        String message = status.isMissingNode() ? body.strip() : Trees.text(status, "message");
        String fix = fix(mapped);
        if (quotes) {
            return head + (message.isEmpty() ? "" : ": " + clip(message)) + fix;
        }
        StringJoiner facts = new StringJoiner("; ", head + ": ", fix).setEmptyValue(head + fix);
        for (Pattern pattern : new Pattern[] {RBAC, WEBHOOK, QUOTA}) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                facts.add(matcher.group());
            }
        }
        if (UNFIT.matcher(message).find()) {
            Matcher unfit = UNFIT_FIELD.matcher(message);
            facts.add("it does not fit the schema of its kind");
            while (unfit.find()) {
                facts.add(unfit.group("path") + " (" + unfit.group("why") + ")");
            }
        }
        for (JsonNode cause : status.path("details").path("causes")) {
            String field = field(Trees.text(cause, "field"));
            if (!field.isEmpty()) {
                facts.add(field + " (" + Trees.text(cause, "reason") + ")");
            }
        }
        return facts.toString();
    }

    /** A field path; anything that does not look like one is not told on. */
    private static String field(String field) {
        return field.matches("[-A-Za-z0-9_.\\[\\]/ ()]{1,400}") ? field : "";
    }

    private static String fix(Reason reason) {
        return switch (reason) {
            case FORBIDDEN -> "; grant it by RBAC, or remove what forbids it";
            case UNAUTHORIZED -> "; the credentials are not accepted, renew them";
            case CONFLICT -> "; read it again";
            default -> "";
        };
    }

    private static String clip(String message) {
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
    }

    private static @Nullable Duration wait(@Nullable String retryAfter, JsonNode status) {
        if (retryAfter != null && retryAfter.strip().matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        }
        int seconds = status.path("details").path("retryAfterSeconds").asInt();
        return seconds > 0 ? Duration.ofSeconds(seconds) : null;
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            return node.isObject() && node.path("kind").asText("").equals("Status") ? node : missing();
        } catch (IOException e) {
            // Proxies answer in HTML and the API server itself in plain text; the code says enough then.
            return missing();
        }
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }
}
