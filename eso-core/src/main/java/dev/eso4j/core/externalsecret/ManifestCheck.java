package dev.eso4j.core.externalsecret;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in which state targets that are no Secrets were left, so that one that is right costs no read. Thread-safe.
 *
 * <p>Whoever writes the spec of such an object may have written what is ours; the status is its controller's and does not
 * count.
 */
final class ManifestCheck {
    private final Map<String, Left> left = new ConcurrentHashMap<>();

    /** In which state, and by which rendering, if that is known. */
    private record Left(String state, @Nullable String rendering) {}

    /** Returns whether nobody has touched the target since; the first that is seen of it after a start counts as right. */
    boolean untouched(ObjectMeta externalSecret, ObjectMeta target) {
        Left last = left.putIfAbsent(key(externalSecret), new Left(state(target), null));
        return last == null || last.state().equals(state(target));
    }

    /** Returns whether this rendering was the last that was applied, and nobody has touched the target since. */
    boolean applied(ObjectMeta externalSecret, ObjectMeta target, String rendering) {
        Left last = left.get(key(externalSecret));
        return last != null && last.state().equals(state(target)) && rendering.equals(last.rendering());
    }

    void remember(ObjectMeta externalSecret, ObjectMeta target, String rendering) {
        left.put(key(externalSecret), new Left(state(target), rendering));
    }

    void forget(String namespace, String name) {
        left.remove(namespace + "/" + name);
    }

    private static String key(ObjectMeta externalSecret) {
        return externalSecret.getNamespace() + "/" + externalSecret.getName();
    }

    private static String state(ObjectMeta target) {
        // Not all kinds count their generations.
        String version =
                target.getGeneration() == null ? "v" + target.getResourceVersion() : "g" + target.getGeneration();
        return Objects.toString(target.getUid()) + " " + version + " " + sorted(target.getLabels()) + " "
                + sorted(target.getAnnotations()) + " " + target.getOwnerReferences();
    }

    private static Map<String, String> sorted(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : new TreeMap<>(map);
    }
}
