package dev.eso4j.api.store.keepersecurity;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Records of Keeper Secrets Manager.
 *
 * @param authRef Where the configuration of a client device stands, in Base64, as Keeper gives it for Kubernetes.
 * @param folderID The UID of the shared folder in which new records are made, such as {@code 1qdsiewFW-U}.
 * @param getByTitleFallback Whether a key that is no UID of a record is looked up as a title; {@code false} when
 *     absent.
 */
@ModelRecord
public record KeeperSecurityProvider(
        SecretKeySelector authRef,

        @Rule(
                check = Forms.NOT_EMPTY,
                message = "folderID is empty; it is the UID of a shared folder, which Keeper shows in its details")
        String folderID,

        @Nullable Boolean getByTitleFallback) {}
