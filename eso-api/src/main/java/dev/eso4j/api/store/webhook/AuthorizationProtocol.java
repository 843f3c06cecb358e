package dev.eso4j.api.store.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * A protocol of authentication; exactly one member.
 *
 * @param ntlm Authenticates as a user of a Windows domain, by NTLM.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record AuthorizationProtocol(@Nullable NTLMProtocol ntlm) {}
