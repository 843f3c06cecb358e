package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Length;

/**
 * A kind other than Secret to write.
 *
 * @param apiVersion The API version of the object to write, such as {@code v1} or {@code argoproj.io/v1alpha1}.
 * @param kind The kind of the object to write, such as {@code ConfigMap}. It must be a namespaced kind.
 */
@ModelRecord
public record ManifestReference(
        @Length(min = 1) String apiVersion, @Length(min = 1) String kind) {}
