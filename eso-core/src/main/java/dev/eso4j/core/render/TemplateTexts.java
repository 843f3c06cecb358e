package dev.eso4j.core.render;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.pushsecret.PushSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates that an ExternalSecret takes from other objects, as they were when they were gathered. */
public final class TemplateTexts {
    private static final TemplateTexts NONE = new TemplateTexts(Map.of());

    private final Map<TemplateSource, Map<String, byte[]>> texts;

    private TemplateTexts(Map<TemplateSource, Map<String, byte[]>> texts) {
        this.texts = texts;
    }

    /** Returns the texts for who takes none from elsewhere. */
    public static TemplateTexts none() {
        return NONE;
    }

    /**
     * Gathers.
     *
     * @throws RenderException if one of the objects does not exist
     */
    public static TemplateTexts gather(TemplateSources sources, ExternalSecret externalSecret) {
        return gather(
                sources,
                externalSecret.getMetadata().getName(),
                TemplateSource.of(externalSecret),
                TargetRenderer.TEMPLATE);
    }

    /** As {@link #gather(TemplateSources, ExternalSecret)}. */
    public static TemplateTexts gather(TemplateSources sources, PushSecret pushSecret) {
        return gather(
                sources,
                pushSecret.getMetadata().getName(),
                TemplateSource.of(
                        pushSecret.getSpec().template(),
                        pushSecret.getMetadata().getNamespace()),
                TargetRenderer.PUSH_TEMPLATE);
    }

    private static TemplateTexts gather(
            TemplateSources sources, String reader, List<TemplateSource> wanted, String root) {
        if (wanted.isEmpty()) {
            return NONE;
        }
        Map<TemplateSource, Map<String, byte[]>> texts = new HashMap<>();
        for (TemplateSource source : wanted) {
            texts.put(
                    source,
                    sources.read(reader, source)
                            .orElseThrow(() -> new RenderException("error fetching templateFrom data: there is no "
                                    + source + ", which " + root + ".templateFrom names; create it or correct the"
                                    + " name")));
        }
        return new TemplateTexts(texts);
    }

    byte[] text(TemplateSource source, String key) {
        byte[] text = texts.getOrDefault(source, Map.of()).get(key);
        if (text == null) {
            throw new RenderException("error fetching templateFrom data: error in " + source.kind().lower + " "
                    + source.name() + ": missing key " + key);
        }
        return text;
    }
}
