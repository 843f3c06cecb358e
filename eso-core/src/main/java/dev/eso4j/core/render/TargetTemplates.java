package dev.eso4j.core.render;

import dev.eso4j.template.GoYaml;
import dev.eso4j.template.GoYamlException;
import dev.eso4j.template.Template;
import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of targets. Opens the engine with the first text that is more than plain text, and keeps parsed
 * templates, so one object should serve a whole program. Thread-safe.
 */
public final class TargetTemplates {
    private static final String LEFT = "{{";

    private final String left;
    private final byte[] opening;
    private final Supplier<TemplateEngine> opener;
    private volatile @Nullable TemplateEngine engine;

    /**
     * Creates.
     *
     * @param left what opens an action; empty for <code>{{</code>
     * @param opener opens the engine, which has the same delimiter; asked once, and only if there is anything to render
     */
    public TargetTemplates(String left, Supplier<TemplateEngine> opener) {
        this.left = left.isEmpty() ? LEFT : left;
        this.opening = this.left.getBytes(StandardCharsets.UTF_8);
        this.opener = opener;
    }

    /** Returns templates with the standard engine. */
    public static TargetTemplates standard() {
        return new TargetTemplates(LEFT, TemplateEngine::standard);
    }

    /**
     * Renders a text that stands alone, in no manifest.
     *
     * @param name what messages call it
     * @throws RenderException if it is not in the language or fails
     */
    public byte[] render(String name, byte[] text, Map<String, byte[]> values) {
        return render(new TemplateItem(name, name, text, false, TemplateItem.DATA, null), values);
    }

    /** Refuses a template that is not in the language. */
    void parse(TemplateItem item) {
        if (!plain(item.text())) {
            parsed(item);
        }
    }

    private Template parsed(TemplateItem item) {
        try {
            return engine().parse(item.key(), item.text());
        } catch (TemplateException e) {
            throw failed(item, "parse", e, Set.of());
        }
    }

    private RenderException failed(TemplateItem item, String what, TemplateException e, Set<String> keys) {
        String hint = TemplateHint.of(e, () -> engine().functionNames(), keys);
        return new RenderException(
                item.field() + ": unable to " + what + " template at key " + item.key() + ": " + e.getMessage()
                        + (hint.isEmpty() ? "" : "; " + hint),
                new TemplateFailure(item.field(), item.text(), item.secret(), e, hint));
    }

    /** Renders one template with the fetched values. */
    byte[] render(TemplateItem item, Map<String, byte[]> values) {
        if (plain(item.text())) {
            return item.text();
        }
        Template template = parsed(item);
        try {
            return template.execute(values);
        } catch (TemplateException e) {
            throw failed(item, "execute", e, values.keySet());
        }
    }

    /** Reads the output of a template as a mapping of keys to values. */
    static Map<String, byte[]> mapping(TemplateItem item, byte[] rendered) {
        try {
            return GoYaml.texts(rendered);
        } catch (GoYamlException e) {
            throw new RenderException(
                    item.field() + ": could not unmarshal template to 'map[string][]byte': " + e.getMessage());
        }
    }

    /** Returns whether there is nothing to render in a text. */
    boolean plain(String text) {
        return !text.contains(left);
    }

    /** Returns whether there is nothing to render: no action can begin without its delimiter. */
    private boolean plain(byte[] text) {
        for (int i = 0; i + opening.length <= text.length; i++) {
            if (text[i] == opening[0] && Arrays.equals(text, i, i + opening.length, opening, 0, opening.length)) {
                return false;
            }
        }
        return true;
    }

    private TemplateEngine engine() {
        TemplateEngine current = engine;
        return current == null ? open() : current;
    }

    private synchronized TemplateEngine open() {
        TemplateEngine current = engine;
        if (current == null) {
            current = opener.get();
            engine = current;
        }
        return current;
    }
}
