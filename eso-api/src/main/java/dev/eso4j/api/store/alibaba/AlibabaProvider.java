package dev.eso4j.api.store.alibaba;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;

/**
 * Secrets of the key management service of Alibaba Cloud.
 *
 * @param auth How to authenticate.
 * @param regionID The region of the secrets, such as {@code eu-central-1}.
 */
@ModelRecord
@Rule(
        check = "self.regionID != ''",
        message = "regionID is empty; name the region of the secrets, such as eu-central-1")
public record AlibabaProvider(AlibabaAuth auth, String regionID) {}
