package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that {@code kubectl get --field-selector} and watches can filter by. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SelectableFields {
    /** JSON paths such as {@code .spec.target.name}. */
    String[] value();
}
