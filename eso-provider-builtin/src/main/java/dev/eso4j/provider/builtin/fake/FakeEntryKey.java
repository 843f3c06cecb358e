package dev.eso4j.provider.builtin.fake;

import org.jspecify.annotations.Nullable;

/**
 * Names one value of a fake store.
 *
 * @param key the key
 * @param version the version; empty if it has none
 */
record FakeEntryKey(String key, String version) {
    static FakeEntryKey of(String key, @Nullable String version) {
        return new FakeEntryKey(key, version == null ? "" : version);
    }
}
