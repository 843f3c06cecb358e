package dev.eso4j.template.functions.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document as it was written, before it is known what it means. */
sealed interface YamlNode {
    /**
     * A scalar.
     *
     * @param tag the explicit tag, null if there is none
     * @param plain whether it is to be resolved by its text
     */
    record Scalar(String text, @Nullable String tag, boolean plain) implements YamlNode {
        @Override
        public String toString() {
            return "a scalar";
        }
    }

    /** A sequence, or a mapping with keys and values in turn; what is within is added while it is read. */
    final class Collection implements YamlNode {
        final boolean mapping;
        final List<YamlNode> children = new ArrayList<>();

        Collection(boolean mapping) {
            this.mapping = mapping;
        }
    }

    /** What stands for a node that was read before. */
    final class Alias implements YamlNode {
        final YamlNode target;

        Alias(YamlNode target) {
            this.target = target;
        }
    }
}
