package dev.eso4j.api.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the type of one member of {@code spec.provider}; the CRD generator reads it, nothing does at run time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ProviderMembers.class)
public @interface ProviderMember {
    /** The member's name in the manifest. */
    String name();

    /** The record that describes the member. */
    Class<?> type();
}
