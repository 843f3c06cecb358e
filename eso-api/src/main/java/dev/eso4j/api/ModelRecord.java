package dev.eso4j.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.lang.model.element.Modifier;

/**
 * A record of the model: unknown fields are ignored on reading, empty ones are left out on writing, and a builder with
 * the name of the record and {@code Builder} behind it is generated at compile time.
 *
 * <p>A record with a component that may hold a secret is not one: the generated builder would show it as text. Such a
 * record carries the two annotations of Jackson itself and redacts its {@code toString}.
 */
@JacksonAnnotationsInside
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
