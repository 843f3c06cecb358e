package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many characters a string has. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Length {
    /** The fewest; 0 for no bound. */
    int min() default 0;

    /** The most; 0 for no bound. */
    int max() default 0;
}
