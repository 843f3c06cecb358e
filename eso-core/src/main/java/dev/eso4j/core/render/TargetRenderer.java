package dev.eso4j.core.render;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ExternalSecretTemplateMetadata;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders what was fetched into the desired target. Pure and thread-safe. */
public final class TargetRenderer {
    private static final String ACTION = "{{";

    /**
     * Refuses what cannot be rendered, before anything is fetched.
     *
     * @throws TemplateNotBuiltException if the template engine is needed
     * @throws InvalidTargetException if a rule about targets is broken
     */
    public void check(ExternalSecret externalSecret) {
        ExternalSecretTemplate template = template(externalSecret);
        if (template == null) {
            return;
        }
        TemplateRules.check(externalSecret, template);
        if (!template.templateFrom().isEmpty()) {
            throw new TemplateNotBuiltException("spec.target.template.templateFrom");
        }
        literal("data", template.data());
        ExternalSecretTemplateMetadata metadata = template.metadata();
        if (metadata != null) {
            literal("metadata.labels", metadata.labels());
            literal("metadata.annotations", metadata.annotations());
        }
    }

    /** Returns the desired target for what was fetched. */
    public DesiredTarget render(ExternalSecret externalSecret, Map<String, SecretValue> values) {
        check(externalSecret);
        ExternalSecretTemplate template = template(externalSecret);
        Map<String, byte[]> data = new LinkedHashMap<>();
        boolean merge = template == null
                || "Merge".equals(template.mergePolicy())
                || template.data().isEmpty();
        if (merge) {
            values.forEach((key, value) -> data.put(key, value.bytes()));
        }
        if (template != null) {
            template.data().forEach((key, text) -> data.put(key, text.getBytes(StandardCharsets.UTF_8)));
        }
        String type =
                template == null || template.type() == null || template.type().isEmpty() ? null : template.type();
        return new DesiredTarget(data, metadata(externalSecret), type);
    }

    /** Returns the metadata alone, which does not depend on what is fetched. */
    public DesiredTarget.Metadata metadata(ExternalSecret externalSecret) {
        ExternalSecretTemplate template = template(externalSecret);
        if (template != null) {
            ExternalSecretTemplateMetadata metadata = template.metadata();
            return metadata == null
                    ? new DesiredTarget.Metadata(Map.of(), Map.of(), List.of())
                    : new DesiredTarget.Metadata(metadata.labels(), metadata.annotations(), metadata.finalizers());
        }
        Map<String, String> labels = externalSecret.getMetadata().getLabels();
        Map<String, String> annotations = externalSecret.getMetadata().getAnnotations();
        if (annotations != null && annotations.containsKey(Ownership.LAST_APPLIED)) {
            annotations = new LinkedHashMap<>(annotations);
            annotations.remove(Ownership.LAST_APPLIED);
        }
        return new DesiredTarget.Metadata(
                labels == null ? Map.of() : labels, annotations == null ? Map.of() : annotations, List.of());
    }

    private static @org.jspecify.annotations.Nullable ExternalSecretTemplate template(ExternalSecret externalSecret) {
        return externalSecret.getSpec().target() == null
                ? null
                : externalSecret.getSpec().target().template();
    }

    private static void literal(String field, Map<String, String> texts) {
        texts.forEach((key, text) -> {
            if (text.contains(ACTION)) {
                throw new TemplateNotBuiltException("spec.target.template." + field + "[" + key + "]");
            }
        });
    }
}
