package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A source of its own for one entry of data; exactly one member.
 *
 * @param storeRef The store to read this entry from, in place of {@code spec.secretStoreRef}.
 * @param generatorRef Not usable here: a generator makes several keys at once, so it belongs into {@code
 *     spec.dataFrom[].sourceRef}. An entry with it fails when it is synced.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
@Rule(
        check = "has(self.storeRef) != has(self.generatorRef)",
        message = "sourceRef names one source: set either storeRef or generatorRef")
public record StoreSourceRef(
        @Nullable SecretStoreRef storeRef, @Nullable GeneratorRef generatorRef) {}
