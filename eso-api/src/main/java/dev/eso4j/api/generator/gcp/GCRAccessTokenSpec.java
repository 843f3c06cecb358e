package dev.eso4j.api.generator.gcp;

import dev.eso4j.api.ModelRecord;

/**
 * Which identity of Google Cloud the token is for.
 *
 * @param auth How to sign in to Google Cloud; with the identity of the operator when it is empty.
 * @param projectID The project of the registry, such as {@code shop-prod}. It says what the token is for; the token
 *     itself is not limited to it.
 */
@ModelRecord
public record GCRAccessTokenSpec(GCPSMAuth auth, String projectID) {}
