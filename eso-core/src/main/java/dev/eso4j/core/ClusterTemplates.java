package dev.eso4j.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.render.TemplateSources;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.ReferenceObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads templates from ConfigMaps and Secrets. What many share is read once: texts are kept until their object changes, up
 * to 8 MiB of them. Thread-safe.
 */
public final class ClusterTemplates implements TemplateSources {
    private static final long MOST_BYTES = 8L << 20;

    private final Cluster cluster;
    private final Follower follower;
    private final Map<TemplateSource, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** In the map before it is filled: whoever finds that its object changed takes it out, filled or not. */
    private static final class Kept {
        private final AtomicLong size = new AtomicLong();
        private @Nullable Map<String, byte[]> texts;
    }

    /** Who watches the objects. */
    interface Follower {
        /** Returns whether changes of the source, for which {@link #changed} is called, will be noticed from now on. */
        boolean follow(TemplateSource source, String reader);
    }

    /** Creates a reader; {@code follower} begins to watch. */
    ClusterTemplates(Cluster cluster, Follower follower) {
        this.cluster = cluster;
        this.follower = follower;
    }

    /** Returns a reader that reads each object once. */
    public static ClusterTemplates ofOnePass(Cluster cluster) {
        return new ClusterTemplates(cluster, (source, reader) -> true);
    }

    @Override
    public Optional<Map<String, byte[]>> read(String reader, TemplateSource source) {
        if (!follower.follow(source, reader)) {
            return fetch(source);
        }
        Kept place = kept.computeIfAbsent(source, s -> new Kept());
        synchronized (place) { // One reads, the others wait for what it finds.
            if (place.texts != null) {
                return Optional.of(place.texts);
            }
            try {
                Optional<Map<String, byte[]>> read = fetch(source);
                read.ifPresent(texts -> keep(source, place, texts));
                return read;
            } finally {
                if (place.texts == null) { // There is nothing to keep, and a place costs memory as well.
                    kept.remove(source, place);
                }
            }
        }
    }

    @Override
    public void follow(String reader, TemplateSource source) {
        follower.follow(source, reader);
    }

    /** An object changed, so that what is kept of it is outdated. */
    void changed(ReferenceObserver.Kind kind, NamespacedName object) {
        TemplateSource.Kind type =
                kind == ReferenceObserver.Kind.SECRET ? TemplateSource.Kind.SECRET : TemplateSource.Kind.CONFIG_MAP;
        Kept gone = kept.remove(new TemplateSource(type, object.namespace(), object.name()));
        if (gone != null) {
            giveBack(gone);
        }
    }

    /** Returns for how many objects something is kept or being read. */
    int size() {
        return kept.size();
    }

    static ReferenceObserver.Kind kind(TemplateSource source) {
        return source.kind() == TemplateSource.Kind.SECRET
                ? ReferenceObserver.Kind.SECRET
                : ReferenceObserver.Kind.CONFIG_MAP;
    }

    private void keep(TemplateSource source, Kept place, Map<String, byte[]> texts) {
        long size = texts.values().stream().mapToLong(text -> text.length).sum();
        if (bytes.addAndGet(size) > MOST_BYTES) {
            bytes.addAndGet(-size);
            // Whatever is read most comes back first.
            kept.forEach((other, full) -> {
                if (full != place && kept.remove(other, full)) {
                    giveBack(full);
                }
            });
            return;
        }
        place.texts = texts;
        place.size.set(size);
        if (kept.get(source) != place) { // The object changed while it was read.
            giveBack(place);
        }
    }

    private void giveBack(Kept place) {
        bytes.addAndGet(-place.size.getAndSet(0));
    }

    private Optional<Map<String, byte[]>> fetch(TemplateSource source) {
        return source.kind() == TemplateSource.Kind.SECRET
                ? cluster.get(ResourceType.SECRETS, source.namespace(), source.name())
                        .map(KubeSecret::data)
                : cluster.get(ResourceType.CONFIG_MAPS, source.namespace(), source.name())
                        .map(map -> {
                            Map<String, byte[]> texts = new HashMap<>();
                            if (map.getData() != null) {
                                map.getData().forEach((key, text) -> texts.put(key, text.getBytes(UTF_8)));
                            }
                            return texts;
                        });
    }
}
