package dev.eso4j.core.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Which objects a list or a watch is about. There is no way to leave out where: it is one namespace or, said in so many
 * words, all of them.
 *
 * @param namespace the namespace; {@code null} is every namespace, and right for cluster-scoped kinds
 * @param labels label selector in the API's text form, for example {@code a=b,c}; {@code null} selects all
 * @param fields field selector in the API's text form, for example {@code metadata.name=x}; {@code null} selects all
 */
public record Selection(
        @Nullable String namespace,
        @Nullable String labels,
        @Nullable String fields) {
    /** Returns the selection of everything in one namespace. */
    public static Selection namespace(String namespace) {
        return new Selection(namespace, null, null);
    }

    /** Returns the selection of everything in every namespace. */
    public static Selection everyNamespace() {
        return new Selection(null, null, null);
    }

    /** Returns this selection, restricted to objects with these labels. */
    public Selection withLabels(String selector) {
        return new Selection(namespace, selector, fields);
    }

    /** Returns this selection, restricted to objects with these fields. */
    public Selection withFields(String selector) {
        return new Selection(namespace, labels, selector);
    }
}
