package dev.eso4j.core.render;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ExternalSecretTemplateMetadata;
import dev.eso4j.api.pushsecret.PushSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders what was fetched into the desired target. Pure but for {@code now} and random functions; thread-safe. */
public final class TargetRenderer {
    static final String TEMPLATE = "spec.target.template";
    static final String PUSH_TEMPLATE = "spec.template";

    private final TargetTemplates templates;

    /** Creates a renderer. */
    public TargetRenderer(TargetTemplates templates) {
        this.templates = templates;
    }

    /**
     * Refuses what may not be rendered, before anything is fetched.
     *
     * @throws InvalidTargetException if a rule about targets is broken
     */
    public void check(ExternalSecret externalSecret) {
        ExternalSecretTemplate template = template(externalSecret);
        if (template != null) {
            TemplateRules.check(template);
        }
    }

    /**
     * Refuses templates that are not in the language, before anything is fetched for them.
     *
     * @throws RenderException if one is not
     */
    public void parse(ExternalSecret externalSecret, TemplateTexts texts) {
        ExternalSecretTemplate template = template(externalSecret);
        if (template != null) {
            String namespace = externalSecret.getMetadata().getNamespace();
            TemplateItems.of(TEMPLATE, template, namespace, texts, false).forEach(templates::parse);
        }
    }

    /**
     * Returns the desired target for what was fetched.
     *
     * @param texts the templates of other objects
     * @throws RenderException if a template fails, or its output does not fit
     * @throws InvalidTargetException if a rule about targets is broken
     */
    public DesiredTarget render(ExternalSecret externalSecret, Map<String, SecretValue> values, TemplateTexts texts) {
        Map<String, byte[]> fetched = new LinkedHashMap<>();
        values.forEach((key, value) -> fetched.put(key, value.bytes()));
        ExternalSecretTemplate template = template(externalSecret);
        if (template == null) {
            return new DesiredTarget(fetched, metadata(externalSecret), null);
        }
        boolean merge = "Merge".equals(template.mergePolicy())
                || template.data().isEmpty() && template.templateFrom().isEmpty();
        return render(
                TEMPLATE,
                template,
                externalSecret.getMetadata().getNamespace(),
                merge ? fetched : Map.of(),
                fetched,
                texts);
    }

    /**
     * Returns what a PushSecret makes of the data of its source before it pushes: the source's keys, with the output of the
     * templates laid over them.
     *
     * @param texts the templates of other objects
     * @throws RenderException if a template fails, or its output does not fit
     * @throws InvalidTargetException if a rule about targets is broken
     */
    public DesiredTarget render(PushSecret pushSecret, Map<String, SecretValue> source, TemplateTexts texts) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        source.forEach((key, value) -> data.put(key, value.bytes()));
        ExternalSecretTemplate template = pushSecret.getSpec().template();
        if (template == null) {
            return new DesiredTarget(data, new DesiredTarget.Metadata(Map.of(), Map.of(), List.of()), null);
        }
        return render(PUSH_TEMPLATE, template, pushSecret.getMetadata().getNamespace(), data, data, texts);
    }

    private DesiredTarget render(
            String root,
            ExternalSecretTemplate template,
            String namespace,
            Map<String, byte[]> below,
            Map<String, byte[]> values,
            TemplateTexts texts) {
        TemplateRules.check(template);
        SecretOutput output = new SecretOutput();
        output.data.putAll(below);
        ExternalSecretTemplateMetadata metadata = template.metadata();
        if (metadata != null) {
            output.labels.putAll(metadata.labels());
            output.annotations.putAll(metadata.annotations());
        }
        for (TemplateItem item : TemplateItems.of(root, template, namespace, texts, false)) {
            output.take(item, templates.render(item, values));
        }
        RenderedNames.checkData(root, output.data);
        RenderedNames.checkLabels(root + ".metadata.labels", output.labels);
        RenderedNames.checkAnnotations(root + ".metadata.annotations", output.annotations);
        String type = template.type() == null || template.type().isEmpty() ? null : template.type();
        TemplateRules.checkRendered(type, output.annotations);
        List<String> finalizers = metadata == null ? List.of() : metadata.finalizers();
        return new DesiredTarget(
                output.data, new DesiredTarget.Metadata(output.labels, output.annotations, finalizers), type);
    }

    /** Returns the metadata as far as it does not depend on what is fetched: without labels and annotations to render. */
    public DesiredTarget.Metadata metadata(ExternalSecret externalSecret) {
        ExternalSecretTemplate template = template(externalSecret);
        if (template != null) {
            ExternalSecretTemplateMetadata metadata = template.metadata();
            return metadata == null
                    ? new DesiredTarget.Metadata(Map.of(), Map.of(), List.of())
                    : new DesiredTarget.Metadata(
                            plain(metadata.labels()), plain(metadata.annotations()), metadata.finalizers());
        }
        return copied(externalSecret);
    }

    /** Labels and annotations of an ExternalSecret as a target without a template gets them. */
    static DesiredTarget.Metadata copied(ExternalSecret externalSecret) {
        Map<String, String> labels = externalSecret.getMetadata().getLabels();
        Map<String, String> annotations = externalSecret.getMetadata().getAnnotations();
        if (annotations != null && annotations.containsKey(Ownership.LAST_APPLIED)) {
            annotations = new LinkedHashMap<>(annotations);
            annotations.remove(Ownership.LAST_APPLIED);
        }
        return new DesiredTarget.Metadata(
                labels == null ? Map.of() : labels, annotations == null ? Map.of() : annotations, List.of());
    }

    private Map<String, String> plain(Map<String, String> texts) {
        if (texts.values().stream().allMatch(templates::plain)) {
            return texts;
        }
        Map<String, String> plain = new LinkedHashMap<>(texts);
        plain.values().removeIf(text -> !templates.plain(text));
        return plain;
    }

    /** Returns the template of an ExternalSecret's target, or {@code null}. */
    public static @Nullable ExternalSecretTemplate template(ExternalSecret externalSecret) {
        return externalSecret.getSpec().target() == null
                ? null
                : externalSecret.getSpec().target().template();
    }
}
