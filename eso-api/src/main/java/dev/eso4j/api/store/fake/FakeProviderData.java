package dev.eso4j.api.store.fake;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One secret of a fake store.
 *
 * @param key The name that {@code remoteRef.key} refers to.
 * @param value The value, which anyone who may read the store can see.
 * @param version The version that {@code remoteRef.version} refers to; the one for references without a version when
 *     absent.
 */
@ModelFields
@Rule(check = "self.key != '' && self.value != ''", message = "key and value must not be empty")
public record FakeProviderData(
        String key, String value, @Nullable String version) {
    /** Names the secret; its value is not shown. */
    @Override
    public String toString() {
        return "FakeProviderData[key=" + key + ", version=" + version + "]";
    }
}
