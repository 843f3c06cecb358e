package dev.eso4j.provider.builtin.webhook.ntlm;

/** A server asks for what is not NTLM version 2, or for what it should not. The message quotes nothing of it. */
final class NtlmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NtlmException(String message) {
        super(message, null, false, false);
    }
}
