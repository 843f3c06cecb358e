package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many keys at once: of one remote object, of a search, or of a generator.
 *
 * @param extract One remote object whose members all become keys. Excludes {@code find} and {@code
 *     sourceRef.generatorRef}.
 * @param find A search; each object that it finds becomes a key. Excludes {@code extract} and {@code
 *     sourceRef.generatorRef}.
 * @param rewrite Changes of the keys, applied in this order. When there are any, the keys are not converted, so they
 *     have to lead to keys that a Secret may have.
 * @param sourceRef The store to read from, where it is not {@code spec.secretStoreRef}, or a generator that makes the
 *     values.
 */
@ModelRecord
@Rule(
        check =
                "(has(self.extract) ? 1 : 0) + (has(self.find) ? 1 : 0) + (has(self.sourceRef) && has(self.sourceRef.generatorRef) ? 1 : 0) <= 1",
        message =
                "an entry of dataFrom has one source: keep one of extract, find and sourceRef.generatorRef, and give the others entries of their own")
@Rule(
        check = "has(self.extract) || has(self.find) || has(self.sourceRef)",
        message = "an entry of dataFrom needs a source: set extract, find or sourceRef.generatorRef")
@Rule(
        check = "has(self.extract) || has(self.find) || !has(self.sourceRef) || !has(self.sourceRef.storeRef)",
        message = "sourceRef.storeRef says where to read but not what: add extract or find to this entry of dataFrom")
public record ExternalSecretDataFromRemoteRef(
        @Nullable ExternalSecretDataRemoteRef extract,
        @Nullable ExternalSecretFind find,
        List<ExternalSecretRewrite> rewrite,
        @Nullable StoreGeneratorSourceRef sourceRef) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretDataFromRemoteRef {
        rewrite = rewrite == null ? List.of() : List.copyOf(rewrite);
    }
}
