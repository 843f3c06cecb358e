package dev.eso4j.api.store.ibm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to IBM Cloud; exactly one member.
 *
 * @param containerAuth With a trusted profile and the token of a ServiceAccount that is mounted into the operator's
 *     pod. Excludes {@code secretRef}.
 * @param secretRef With an API key that is kept in a Secret. Excludes {@code containerAuth}.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record IBMAuth(
        @Nullable IBMAuthContainerAuth containerAuth,
        @Nullable IBMAuthSecretRef secretRef) {}
