package dev.eso4j.api.store.ibm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of IBM Cloud Secrets Manager; read only.
 *
 * @param auth How to authenticate.
 * @param serviceUrl The endpoint of the instance, such as {@code
 *     https://0f1e2d3c.eu-de.secrets-manager.appdomain.cloud}. It has to be given.
 */
@ModelRecord
@Rule(
        check = "has(self.serviceUrl) && self.serviceUrl != ''",
        message =
                "serviceUrl is missing; it is the endpoint of the instance, such as https://0f1e2d3c.eu-de.secrets-manager.appdomain.cloud")
public record IBMProvider(IBMAuth auth, @Nullable String serviceUrl) {}
