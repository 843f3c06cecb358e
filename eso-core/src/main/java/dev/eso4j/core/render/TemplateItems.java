package dev.eso4j.core.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ExternalSecretTemplateMetadata;
import dev.eso4j.api.externalsecret.TemplateFrom;
import dev.eso4j.api.externalsecret.TemplateRef;
import dev.eso4j.api.externalsecret.TemplateRefItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The templates of a manifest in the order in which they are rendered: what comes later wins. */
final class TemplateItems {
    private final String root;
    private final String namespace;
    private final TemplateTexts texts;
    private final boolean literalFirst;
    private final List<TemplateItem> items = new ArrayList<>();

    private TemplateItems(String root, String namespace, TemplateTexts texts, boolean literalFirst) {
        this.root = root + ".";
        this.namespace = namespace;
        this.texts = texts;
        this.literalFirst = literalFirst;
    }

    /**
     * Returns the templates.
     *
     * @param root the field that the template stands in
     * @param literalFirst whether the literal of an entry comes before its ConfigMap and Secret, as it does for targets
     *     that are no Secrets, or after them
     */
    static List<TemplateItem> of(
            String root, ExternalSecretTemplate template, String namespace, TemplateTexts texts, boolean literalFirst) {
        TemplateItems items = new TemplateItems(root, namespace, texts, literalFirst);
        for (int i = 0; i < template.templateFrom().size(); i++) {
            items.from(
                    items.root + "templateFrom[" + i + "]",
                    template.templateFrom().get(i));
        }
        items.values("data", template.data(), TemplateItem.DATA);
        ExternalSecretTemplateMetadata metadata = template.metadata();
        if (metadata != null) {
            items.values("metadata.labels", metadata.labels(), TemplateItem.LABELS);
            items.values("metadata.annotations", metadata.annotations(), TemplateItem.ANNOTATIONS);
        }
        return items.items;
    }

    private void from(String field, TemplateFrom from) {
        String target = from.target() == null || from.target().isEmpty() ? TemplateItem.DATA : from.target();
        String decoding = from.valuesDecodingStrategy();
        if (literalFirst) {
            literal(field, from.literal(), target, decoding);
        }
        if (from.configMap() != null) {
            object(field + ".configMap", from.configMap(), TemplateSource.configMap(from, namespace), target, decoding);
        }
        if (from.secret() != null) {
            object(field + ".secret", from.secret(), TemplateSource.secret(from, namespace), target, decoding);
        }
        if (!literalFirst) {
            literal(field, from.literal(), target, decoding);
        }
    }

    private void literal(String field, @Nullable String literal, String target, @Nullable String decoding) {
        if (literal != null) {
            items.add(new TemplateItem(field + ".literal", "literal", literal.getBytes(UTF_8), true, target, decoding));
        }
    }

    private void object(
            String field, TemplateRef ref, @Nullable TemplateSource source, String target, @Nullable String decoding) {
        if (source == null) {
            return;
        }
        for (int i = 0; i < ref.items().size(); i++) {
            TemplateRefItem item = ref.items().get(i);
            String place = field + ".items[" + i + "]";
            items.add(new TemplateItem(
                    place,
                    item.key(),
                    texts.text(source, item.key()),
                    whole(place, item.templateAs()),
                    target,
                    decoding));
        }
    }

    private void values(String field, Map<String, String> templates, String target) {
        // In the order of the keys, so that of several errors it is always the same one.
        new TreeMap<>(templates)
                .forEach((key, text) -> items.add(new TemplateItem(
                        root + field + "[" + key + "]", key, text.getBytes(UTF_8), false, target, null)));
    }

    /** An API server fills in {@code Values}; where there is none, absent means the same. */
    static boolean whole(String place, @Nullable String templateAs) {
        if (templateAs == null || templateAs.equals("Values")) {
            return false;
        } else if (templateAs.equals("KeysAndValues")) {
            return true;
        }
        throw new RenderException(
                place + ".templateAs: unknown scope '" + templateAs + "': expected 'Values' or 'KeysAndValues'");
    }
}
