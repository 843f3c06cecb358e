package dev.eso4j.template;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The templates that were parsed last, up to a size in memory. Thread-safe; never says what is in it. */
final class TemplateCache {
    private record Key(String name, String text) {
        // By hand: what the compiler makes is linked at run time, which is a good part of a first render.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key o && text.equals(o.text) && name.equals(o.name);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + text.hashCode();
        }

        @Override
        public String toString() {
            return "template";
        }
    }

    private final long limit;
    private final Map<Key, Template> templates = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    TemplateCache(long limit) {
        this.limit = limit;
    }

    /** The template of this name and text, parsed if it is not known; one that cannot be parsed is not kept. */
    Template get(String name, String text, Supplier<Template> parsed) {
        Key key = new Key(name, text);
        Template known = known(key);
        if (known != null) {
            return known;
        }
        Template template = parsed.get();
        if (template.weight() <= limit / 4) {
            keep(key, template);
        }
        return template;
    }

    private synchronized @Nullable Template known(Key key) {
        return templates.get(key);
    }

    private synchronized void keep(Key key, Template template) {
        Template before = templates.put(key, template);
        weight += template.weight() - (before == null ? 0 : before.weight());
        Iterator<Template> eldest = templates.values().iterator();
        while (weight > limit) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
    }

    synchronized int size() {
        return templates.size();
    }
}
