package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.MapKind;
import org.jspecify.annotations.Nullable;

/**
 * The Secret, named for the Service Binding specification (servicebinding.io).
 *
 * @param name The name of the Secret that was written last.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@MapKind("atomic")
public record Binding(@Default("\"\"") @Nullable String name) {}
