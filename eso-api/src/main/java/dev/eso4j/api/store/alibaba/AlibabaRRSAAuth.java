package dev.eso4j.api.store.alibaba;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;

/**
 * A role that a token of a ServiceAccount is exchanged for.
 *
 * @param oidcProviderArn The ARN of the identity provider of the cluster, such as {@code
 *     acs:ram::123456789012:oidc-provider/ack-rrsa-c0ffee}.
 * @param oidcTokenFilePath The file with the token, in the operator's pod, such as {@code
 *     /var/run/secrets/ack.alibabacloud.com/rrsa-tokens/token}.
 * @param roleArn The ARN of the role, such as {@code acs:ram::123456789012:role/shop}.
 * @param sessionName The name of the session, by which the audit of Alibaba Cloud shows it.
 */
@ModelRecord
@Rule(
        check =
                "self.oidcProviderArn != '' && self.oidcTokenFilePath != '' && self.roleArn != '' && self.sessionName != ''",
        message = "oidcProviderArn, oidcTokenFilePath, roleArn and sessionName must not be empty")
public record AlibabaRRSAAuth(String oidcProviderArn, String oidcTokenFilePath, String roleArn, String sessionName) {}
