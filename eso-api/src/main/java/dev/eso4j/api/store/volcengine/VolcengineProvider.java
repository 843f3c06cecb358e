package dev.eso4j.api.store.volcengine;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of the key management service of Volcengine; read only.
 *
 * @param region The region of the secrets, such as {@code cn-beijing}.
 * @param auth How to authenticate; with the role of the operator's own pod (IRSA) when absent.
 */
@ModelRecord
@Rule(check = "self.region != ''", message = "region is empty; name the region of the secrets, such as cn-beijing")
public record VolcengineProvider(String region, @Nullable VolcengineAuth auth) {}
