package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How server-side apply merges a list. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListKind {
    /** {@code atomic}, {@code set} or {@code map}. */
    String value();

    /** For {@code map}: the members that identify an item, each of them required. */
    String[] keys() default {};
}
