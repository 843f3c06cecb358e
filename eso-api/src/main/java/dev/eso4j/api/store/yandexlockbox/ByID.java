package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;

/** A remote key is an id. */
@ModelRecord
public record ByID() {}
