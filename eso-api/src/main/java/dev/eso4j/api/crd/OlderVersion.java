package dev.eso4j.api.crd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A version of a kind that is served beside the stored one, with the same schema, for manifests that still name it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OlderVersion {
    /** The version, such as {@code v1beta1}. */
    String value();

    /** What kubectl shows to whoever uses it. */
    String warning();
}
