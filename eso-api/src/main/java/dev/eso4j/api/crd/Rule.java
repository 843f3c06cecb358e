package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check in the Common Expression Language that the API server makes of a field, or wherever a type is used.
 *
 * <p>The API server estimates how dear a rule can get and refuses a CRD that goes over its budget, so what a rule runs
 * over needs bounds: {@link ItemCount} on lists, {@link Length} on strings.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Rules.class)
public @interface Rule {
    /** The expression that holds for a good value; {@code self} is the value. */
    String check();

    /** What the user reads when it does not hold: what is wrong, and what to write instead. */
    String message();

    /** The field to name in the error, relative to this one, such as {@code .deletionPolicy}; empty for this one. */
    String field() default "";
}
