package dev.eso4j.api.generator.webhook;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to an HTTP service; exactly one member.
 *
 * @param ntlm By NTLM, which is outdated and only for services that know nothing else.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record AuthorizationProtocol(@Nullable NTLMProtocol ntlm) {}
