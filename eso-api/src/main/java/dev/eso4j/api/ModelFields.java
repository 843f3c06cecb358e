package dev.eso4j.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.CABundle;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a record of the model is read and written: unknown fields are ignored, and what is absent is left out, lists and
 * maps without content included. An empty string is a value and is kept.
 */
@JacksonAnnotationsInside
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ModelFields.Absent.class)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelFields {
    /** Equal to what is left out, which is how Jackson asks. */
    final class Absent {
        @Override
        public boolean equals(@Nullable Object value) {
            return value == null
                    || value instanceof Collection<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty()
                    || value instanceof CABundle bundle && bundle.isEmpty();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
