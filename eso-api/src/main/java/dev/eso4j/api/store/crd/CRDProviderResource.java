package dev.eso4j.api.store.crd;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;

/**
 * A kind of resource.
 *
 * @param group The group, such as {@code apps}; empty for the core group.
 * @param version The version, such as {@code v1}.
 * @param kind The kind, such as {@code Deployment}. Secrets are refused: the kubernetes provider reads them.
 */
@ModelRecord
@Rule(
        check =
                "self.kind.lowerAscii() != 'secret' || self.version != 'v1' || (self.group != '' && self.group != 'core')",
        message = "this provider does not read Secrets; use the kubernetes provider for them")
public record CRDProviderResource(
        @JsonInclude(JsonInclude.Include.NON_NULL) String group,
        @Length(min = 1) String version,
        @Length(min = 1) String kind) {}
