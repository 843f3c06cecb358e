package dev.eso4j.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.lang.model.element.Modifier;

/**
 * A record of the model with {@link ModelFields}, for which a builder with the name of the record and {@code Builder} behind
 * it is generated at compile time.
 *
 * <p>A record with a component that may hold a secret is not one: the generated builder would show it as text. Such a
 * record carries {@link ModelFields} itself and redacts its {@code toString}.
 */
@JacksonAnnotationsInside
@ModelFields
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        enableWither = false,
                        enableGetters = false,
                        addStaticBuilder = false,
                        builderClassModifiers = {Modifier.PUBLIC, Modifier.FINAL}))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelRecord {}
