package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A source of its own for one entry of dataFrom; exactly one member.
 *
 * @param storeRef The store that {@code extract} or {@code find} of this entry reads from, in place of {@code
 *     spec.secretStoreRef}.
 * @param generatorRef A generator whose values become keys. It is the whole source of the entry, so {@code extract} and
 *     {@code find} must be absent.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
@Rule(
        check = "has(self.storeRef) != has(self.generatorRef)",
        message = "sourceRef names one source: set either storeRef or generatorRef")
public record StoreGeneratorSourceRef(
        @Nullable SecretStoreRef storeRef, @Nullable GeneratorRef generatorRef) {}
