package dev.eso4j.standalone.render;

import dev.eso4j.api.ModelJson;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.DesiredManifest;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSources;
import dev.eso4j.core.render.TemplateTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a manifest as the operator would, with the defaults of its schema filled in. */
final class ManifestRendering {
    private final LocalCluster files;
    private final TemplateSources sources;
    private final TargetTemplates templates;

    ManifestRendering(LocalCluster files, TemplateSources sources, TargetTemplates templates) {
        this.files = files;
        this.sources = sources;
        this.templates = templates;
    }

    Rendering render(Manifest manifest, GivenValues given, HiddenValues hidden) {
        if (manifest.type().kind().equals("PushSecret")) {
            return push(manifest, given);
        }
        ExternalSecret es = files.get(ResourceType.EXTERNAL_SECRETS, manifest.namespace(), manifest.name())
                .orElseThrow();
        FetchedEntries fetched = FetchedEntries.of(es.getSpec().dataFrom(), given);
        fetched.values().values().forEach(value -> hidden.add(value.bytes()));
        ManifestReference kind = ManifestRenderer.manifest(es);
        return kind == null ? secret(es, fetched) : object(es, kind, fetched);
    }

    private Rendering secret(ExternalSecret es, FetchedEntries fetched) {
        TargetRenderer renderer = new TargetRenderer(templates);
        renderer.check(es);
        TemplateTexts texts = TemplateTexts.gather(sources, es);
        renderer.parse(es, texts);
        TargetPolicy policy = TargetPolicy.of(es);
        DesiredTarget desired = renderer.render(es, fetched.values(), texts);
        return secret(
                new Rendering.Identity("v1", "Secret", es.getMetadata().getNamespace(), policy.name()),
                policy.immutable(),
                metadata(desired.metadata(), TargetRenderer.template(es)),
                desired,
                fetched.previews());
    }

    /** An object of another kind, as it is applied where there is none yet. */
    private Rendering object(ExternalSecret es, ManifestReference kind, FetchedEntries fetched) {
        ManifestRenderer renderer = new ManifestRenderer(templates);
        TemplateTexts texts = TemplateTexts.gather(sources, es);
        renderer.check(es, texts);
        TargetPolicy policy = TargetPolicy.of(es);
        boolean merged = policy.creation().keepsForeignKeys();
        DesiredManifest desired = ManifestRenderer.over(
                kind, renderer.render(es, fetched.values(), texts), merged ? new LinkedHashMap<>() : null);
        return new Rendering(
                new Rendering.Identity(
                        kind.apiVersion(), kind.kind(), es.getMetadata().getNamespace(), policy.name()),
                null,
                false,
                metadata(desired.metadata(), TargetRenderer.template(es)),
                desired.metadata().finalizers(),
                Leaves.of(desired.content()),
                desired.content(),
                null,
                fetched.previews());
    }

    private Rendering push(Manifest manifest, GivenValues given) {
        PushSecret push = files.get(ResourceType.tree(PushSecret.class), manifest.namespace(), manifest.name())
                .map(tree -> ModelJson.fromTree("", tree, PushSecret.class))
                .orElseThrow();
        Map<String, SecretValue> values = new LinkedHashMap<>();
        given.all().forEach((key, value) -> values.put(key, SecretValue.of(value)));
        ExternalSecretTemplate template = push.getSpec().template();
        DesiredTarget desired = new TargetRenderer(templates).render(push, values, TemplateTexts.gather(sources, push));
        return secret(
                new Rendering.Identity("v1", "Secret", manifest.namespace(), manifest.name()),
                false,
                metadata(
                        desired.metadata(),
                        template == null ? new DesiredTarget.Metadata(Map.of(), Map.of(), List.of()) : plain(template)),
                desired,
                PushPreview.of(push.getSpec(), desired.data().keySet()));
    }

    private static Rendering secret(
            Rendering.Identity object,
            boolean immutable,
            Rendering.Metadata metadata,
            DesiredTarget desired,
            Map<String, List<String>> previews) {
        return new Rendering(
                object,
                desired.type(),
                immutable,
                metadata,
                desired.metadata().finalizers(),
                desired.data(),
                null,
                null,
                previews);
    }

    /** Without a template, labels and annotations are those of the ExternalSecret. */
    private static Rendering.Metadata metadata(
            DesiredTarget.Metadata desired, @Nullable ExternalSecretTemplate template) {
        return metadata(desired, template == null ? desired : plain(template));
    }

    private static Rendering.Metadata metadata(DesiredTarget.Metadata desired, DesiredTarget.Metadata plain) {
        return new Rendering.Metadata(desired.labels(), desired.annotations(), plain.labels(), plain.annotations());
    }

    private static DesiredTarget.Metadata plain(ExternalSecretTemplate template) {
        var plain = template.metadata();
        return plain == null
                ? new DesiredTarget.Metadata(Map.of(), Map.of(), List.of())
                : new DesiredTarget.Metadata(plain.labels(), plain.annotations(), plain.finalizers());
    }
}
