package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;

/**
 * A remote key is a name.
 *
 * @param folderID The id of the folder that the names are looked for in, such as {@code b1gd129pp9ha0vnvf5g7}.
 */
@ModelRecord
@Rule(check = "self.folderID != ''", message = "folderID is empty; a name is looked for inside one folder")
public record ByName(String folderID) {}
