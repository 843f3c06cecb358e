package dev.eso4j.api.store.cloudrusm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Cloud.ru Secret Manager; read only.
 *
 * @param auth How to authenticate.
 * @param projectID The id of the project of the secrets, such as {@code 6f1a4a2e-7d0b-4c57-9a3e-2b8c1d5e9f04}. It has
 *     to be given.
 */
@ModelRecord
@Rule(
        check = "has(self.projectID) && self.projectID.matches('" + Forms.UUID + "')",
        message = "projectID is missing or not a UUID, such as 6f1a4a2e-7d0b-4c57-9a3e-2b8c1d5e9f04")
public record CloudruSMProvider(CSMAuth auth, @Nullable String projectID) {}
