package dev.eso4j.standalone.render;

import dev.eso4j.api.ModelJson;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSources;
import dev.eso4j.core.render.TemplateTexts;
import dev.eso4j.standalone.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a manifest as the operator would, with the defaults of its schema filled in. */
final class ManifestRendering {
    private final LocalCluster files;
    private final TemplateSources sources;

    ManifestRendering(LocalCluster files, TemplateSources sources) {
        this.files = files;
        this.sources = sources;
    }

    Rendering render(Manifest manifest, TargetTemplates templates, Map<String, byte[]> given) {
        TargetRenderer renderer = new TargetRenderer(templates);
        Map<String, SecretValue> values = new LinkedHashMap<>();
        given.forEach((key, value) -> values.put(key, SecretValue.of(value)));
        return manifest.type().kind().equals("PushSecret")
                ? push(manifest, renderer, values)
                : externalSecret(manifest, renderer, values);
    }

    private Rendering externalSecret(Manifest manifest, TargetRenderer renderer, Map<String, SecretValue> values) {
        ExternalSecret es = files.get(ResourceType.EXTERNAL_SECRETS, manifest.namespace(), manifest.name())
                .orElseThrow();
        ExternalSecretTarget target = es.getSpec().target();
        if (ManifestRenderer.manifest(es) != null) {
            throw new UsageException(manifest.problem(
                            "spec.target.manifest",
                            "eso template renders Secrets and no other kinds",
                            "remove the field to see what the Secret would be")
                    .toString());
        }
        renderer.check(es);
        TemplateTexts texts = TemplateTexts.gather(sources, es);
        renderer.parse(es, texts);
        TargetPolicy policy = TargetPolicy.of(es);
        DesiredTarget desired = renderer.render(es, values, texts);
        ExternalSecretTemplate template = target == null ? null : target.template();
        Rendering.Metadata metadata = template == null
                ? new Rendering.Metadata(
                        desired.metadata().labels(),
                        desired.metadata().annotations(),
                        desired.metadata().labels(),
                        desired.metadata().annotations())
                : metadata(desired, template);
        return rendering(manifest, policy.name(), policy.immutable(), metadata, desired);
    }

    private Rendering push(Manifest manifest, TargetRenderer renderer, Map<String, SecretValue> values) {
        PushSecret push = files.get(ResourceType.tree(PushSecret.class), manifest.namespace(), manifest.name())
                .map(tree -> ModelJson.fromTree("", tree, PushSecret.class))
                .orElseThrow();
        DesiredTarget desired = renderer.render(push, values, TemplateTexts.gather(sources, push));
        return rendering(
                manifest,
                manifest.name(),
                false,
                metadata(desired, push.getSpec().template()),
                desired);
    }

    private static Rendering.Metadata metadata(DesiredTarget desired, @Nullable ExternalSecretTemplate template) {
        var plain = template == null ? null : template.metadata();
        return new Rendering.Metadata(
                desired.metadata().labels(),
                desired.metadata().annotations(),
                plain == null ? Map.of() : plain.labels(),
                plain == null ? Map.of() : plain.annotations());
    }

    private static Rendering rendering(
            Manifest manifest, String name, boolean immutable, Rendering.Metadata metadata, DesiredTarget desired) {
        return new Rendering(
                manifest.namespace(),
                name,
                desired.type(),
                immutable,
                metadata,
                desired.metadata().finalizers(),
                desired.data(),
                null);
    }
}
