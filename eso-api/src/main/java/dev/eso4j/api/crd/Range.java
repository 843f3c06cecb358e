package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How small and how big a whole number may be. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {
    /** The smallest number. */
    long min();

    /** The biggest number; the biggest of a {@code long}, the default, is no bound. */
    long max() default Long.MAX_VALUE;
}
