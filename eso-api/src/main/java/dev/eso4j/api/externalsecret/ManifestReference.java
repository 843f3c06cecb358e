package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Length;

/**
 * A kind other than Secret to write.
 *
 * @param apiVersion The API version of the object to write, such as {@code v1} or {@code argoproj.io/v1alpha1}.
 * @param kind The kind of the object to write, such as {@code ConfigMap}. It must be a namespaced kind.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManifestReference(
        @Length(min = 1) String apiVersion, @Length(min = 1) String kind) {}
