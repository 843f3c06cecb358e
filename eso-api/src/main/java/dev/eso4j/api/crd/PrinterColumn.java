package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column of {@code kubectl get}, in the order in which the annotations are written. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PrinterColumns.class)
public @interface PrinterColumn {
    /** The heading. */
    String name();

    /** Where the value is: a JSON path such as {@code .status.capabilities}. */
    String path();

    /** {@code string}, {@code integer}, {@code boolean} or {@code date}. */
    String type() default "string";
}
