package dev.eso4j.core.render;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;

/**
 * What an ExternalSecret says about its target, with the defaults filled in where no API server has done it.
 *
 * @param name the target's name; the ExternalSecret's own when it says none
 * @param creation who may create the target and whose its keys are
 * @param deletion what happens when the provider has nothing
 * @param immutable whether the data is frozen once written
 */
public record TargetPolicy(String name, Creation creation, Deletion deletion, boolean immutable) {
    /** The creation policies. */
    public enum Creation {
        /** Created and owned. */
        Owner,
        /** Created, not owned. */
        Orphan,
        /** Only ever added to. */
        Merge,
        /** Added to, or created. */
        CreateOrMerge,
        /** Not written. */
        None;

        /** Returns whether keys of others stay. */
        public boolean keepsForeignKeys() {
            return this == Merge || this == CreateOrMerge;
        }
    }

    /** The deletion policies. */
    public enum Deletion {
        /** The target stays as it is. */
        Retain,
        /** The target goes. */
        Delete,
        /** Keys that are gone at the provider go. */
        Merge
    }

    /**
     * Returns the policy of an ExternalSecret.
     *
     * @throws InvalidTargetException if it names a policy that does not exist
     */
    public static TargetPolicy of(ExternalSecret externalSecret) {
        ExternalSecretTarget target = externalSecret.getSpec().target();
        String own = externalSecret.getMetadata().getName();
        if (target == null) {
            return new TargetPolicy(own, Creation.Owner, Deletion.Retain, false);
        }
        return new TargetPolicy(
                target.name() == null || target.name().isEmpty() ? own : target.name(),
                value("spec.target.creationPolicy", target.creationPolicy(), Creation.Owner, Creation.class),
                value("spec.target.deletionPolicy", target.deletionPolicy(), Deletion.Retain, Deletion.class),
                Boolean.TRUE.equals(target.immutable()));
    }

    private static <E extends Enum<E>> E value(
            String field, @org.jspecify.annotations.Nullable String text, E absent, Class<E> type) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new InvalidTargetException(field + " \"" + text + "\" does not exist; use one of "
                + java.util.Arrays.toString(type.getEnumConstants()));
    }
}
