package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A string that must be a kind of generator, spelled exactly so: one of {@code GeneratorTypes}. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GeneratorKinds {
    /** Whether {@code ClusterGenerator} is one of them. */
    boolean withCluster() default false;
}
