package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * What a remote key is; exactly one member.
 *
 * @param byID The id, such as {@code e6q8k2m1v4n7}. An empty object: {@code byID: {}}. Excludes {@code byName}.
 * @param byName The name inside a folder. Excludes {@code byID}.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record FetchingPolicy(@Nullable ByID byID, @Nullable ByName byName) {}
