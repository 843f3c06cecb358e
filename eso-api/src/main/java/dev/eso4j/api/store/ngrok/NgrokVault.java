package dev.eso4j.api.store.ngrok;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;

/**
 * A vault of ngrok.
 *
 * @param name The name of the vault.
 */
@ModelRecord
public record NgrokVault(
        @Rule(check = Forms.NOT_EMPTY, message = "name is empty; it is the name of a vault in ngrok")
        String name) {}
