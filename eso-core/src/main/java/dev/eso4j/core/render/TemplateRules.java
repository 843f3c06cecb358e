package dev.eso4j.core.render;

import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.TemplateFrom;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which targets a template may not make; the API server knows these rules too, but is not the only way in. */
final class TemplateRules {
    private static final String SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";
    private static final String SERVICE_ACCOUNT_NAME = "kubernetes.io/service-account.name";
    private static final String BOOTSTRAP_TOKEN = "bootstrap.kubernetes.io/token";
    private static final Set<String> SECRET_TARGETS = Set.of("", "data", "annotations", "labels");

    private TemplateRules() {}

    /** What holds for targets of every kind. */
    static void checkEngineAndType(ExternalSecretTemplate template) {
        String engine = template.engineVersion();
        if (engine != null && !engine.isEmpty() && !engine.equals("v2")) {
            throw new InvalidTargetException("unsupported template engine version: " + engine + "; use v2");
        }
        String type = template.type() == null ? "" : template.type();
        if (type.equals(SERVICE_ACCOUNT_TOKEN)) {
            if (template.metadata() != null) {
                checkRendered(type, template.metadata().annotations());
            }
            if (template.templateFrom().stream().anyMatch(f -> target(f).equals("annotations"))) {
                throw new InvalidTargetException("template.type=\"" + SERVICE_ACCOUNT_TOKEN
                        + "\" with templateFrom target=\"Annotations\" is not allowed");
            }
        }
        if (type.equals(BOOTSTRAP_TOKEN)) {
            throw new InvalidTargetException("template.type=\"" + BOOTSTRAP_TOKEN + "\" is not allowed");
        }
    }

    static void check(ExternalSecretTemplate template) {
        checkEngineAndType(template);
        for (TemplateFrom from : template.templateFrom()) {
            if (!SECRET_TARGETS.contains(target(from))) {
                throw new InvalidTargetException("templateFrom target=\"" + from.target()
                        + "\" is not allowed when targeting a Secret, must be one of \"Data\", \"Annotations\" or"
                        + " \"Labels\"");
            }
        }
    }

    /** The annotations that were rendered are looked at again: what they are must not depend on how they came about. */
    static void checkRendered(@Nullable String type, Map<String, String> annotations) {
        if (SERVICE_ACCOUNT_TOKEN.equals(type) && annotations.containsKey(SERVICE_ACCOUNT_NAME)) {
            throw new InvalidTargetException("template.type=\"" + SERVICE_ACCOUNT_TOKEN + "\" with annotation \""
                    + SERVICE_ACCOUNT_NAME + "\" is not allowed");
        }
    }

    private static String target(TemplateFrom from) {
        return from.target() == null ? "" : from.target().toLowerCase(Locale.ROOT);
    }
}
