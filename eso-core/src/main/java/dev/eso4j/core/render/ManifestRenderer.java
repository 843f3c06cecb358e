package dev.eso4j.core.render;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.core.cluster.ObjectHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders what was fetched into the desired fields of a target that is no Secret. Thread-safe. */
public final class ManifestRenderer {
    private static final String CONFIG_MAP = "ConfigMap";

    private final TargetTemplates templates;

    /** Creates a renderer. */
    public ManifestRenderer(TargetTemplates templates) {
        this.templates = templates;
    }

    /** Returns the reference to a target that is no Secret, or {@code null}; a manifest of a Secret is a Secret. */
    public static @Nullable ManifestReference manifest(ExternalSecret externalSecret) {
        ManifestReference manifest = externalSecret.getSpec().target() == null
                ? null
                : externalSecret.getSpec().target().manifest();
        boolean secret = manifest != null
                && manifest.apiVersion().equals("v1")
                && manifest.kind().equals("Secret");
        return secret ? null : manifest;
    }

    /**
     * Refuses what may not or cannot be rendered, before anything is fetched.
     *
     * @throws InvalidTargetException if a rule about targets is broken
     * @throws RenderException if a template is not in the language
     */
    public void check(ExternalSecret externalSecret, TemplateTexts texts) {
        ExternalSecretTemplate template = TargetRenderer.template(externalSecret);
        if (template != null) {
            TemplateRules.checkEngineAndType(template);
            ManifestRules.check(template);
            items(externalSecret, template, texts).forEach(templates::parse);
        }
    }

    /**
     * Renders every template, once; what comes out does not depend on what the target is at the moment.
     *
     * @throws RenderException if a template fails
     */
    public RenderedManifest render(
            ExternalSecret externalSecret, Map<String, SecretValue> values, TemplateTexts texts) {
        Map<String, byte[]> fetched = new LinkedHashMap<>();
        values.forEach((key, value) -> fetched.put(key, value.bytes()));
        ExternalSecretTemplate template = TargetRenderer.template(externalSecret);
        List<RenderedManifest.Part> parts = new ArrayList<>();
        boolean copies = template == null
                || "Merge".equals(template.mergePolicy())
                || template.data().isEmpty() && template.templateFrom().isEmpty();
        DesiredTarget.Metadata plain = TargetRenderer.copied(externalSecret);
        if (template != null) {
            for (TemplateItem item : items(externalSecret, template, texts)) {
                parts.add(new RenderedManifest.Part(item, templates.render(item, fetched)));
            }
        }
        List<String> finalizers = template == null || template.metadata() == null
                ? List.of()
                : template.metadata().finalizers();
        return new RenderedManifest(
                copies ? new TreeMap<>(fetched) : Map.of(),
                template == null ? plain : new DesiredTarget.Metadata(Map.of(), Map.of(), finalizers),
                parts);
    }

    /**
     * Lays what was rendered over the target.
     *
     * @param existing the target as it is, where the rest of it is to stay as it is; {@code null} for a new object
     * @throws RenderException if it does not fit
     */
    public static DesiredManifest over(
            ManifestReference kind, RenderedManifest rendered, @Nullable Map<String, @Nullable Object> existing) {
        boolean configMap = kind.apiVersion().equals("v1") && kind.kind().equals(CONFIG_MAP);
        Map<String, @Nullable Object> object = existing == null ? new LinkedHashMap<>() : existing;
        if (existing == null) {
            object.put(configMap ? "data" : "spec", new LinkedHashMap<>());
        }
        ManifestOutput output = new ManifestOutput(object);
        if (!rendered.copied().isEmpty()) {
            output.texts(new ObjectPath(configMap ? "data" : "spec.data"), rendered.copied());
        }
        rendered.parts().forEach(part -> output.take(part.item(), part.output()));
        Map<String, @Nullable Object> filled = existing == null ? object : output.filledOnly();
        DesiredManifest desired = DesiredManifest.of(filled, rendered.metadata().finalizers());
        Map<String, String> labels = new LinkedHashMap<>(rendered.metadata().labels());
        labels.putAll(desired.metadata().labels());
        Map<String, String> annotations =
                new LinkedHashMap<>(rendered.metadata().annotations());
        annotations.putAll(desired.metadata().annotations());
        RenderedNames.checkLabels("spec.target.template.metadata.labels", labels);
        RenderedNames.checkAnnotations("spec.target.template.metadata.annotations", annotations);
        return new DesiredManifest(
                desired.content(),
                new DesiredTarget.Metadata(
                        labels, annotations, rendered.metadata().finalizers()));
    }

    private static List<TemplateItem> items(
            ExternalSecret externalSecret, ExternalSecretTemplate template, TemplateTexts texts) {
        return TemplateItems.of(
                TargetRenderer.TEMPLATE, template, externalSecret.getMetadata().getNamespace(), texts, true);
    }

    /** Tells two renderings apart, as far as a hash can. */
    static String hash(RenderedManifest rendered) {
        Map<String, byte[]> all = new TreeMap<>();
        rendered.copied().forEach((key, value) -> all.put("copied " + key, value));
        int number = 0;
        for (RenderedManifest.Part part : rendered.parts()) {
            TemplateItem item = part.item();
            all.put(
                    number++ + " " + item.whole() + " " + item.target() + " " + item.key() + " " + item.decoding(),
                    part.output());
        }
        all.put("metadata", String.valueOf(rendered.metadata()).getBytes(StandardCharsets.UTF_8));
        return ObjectHash.ofData(all);
    }
}
