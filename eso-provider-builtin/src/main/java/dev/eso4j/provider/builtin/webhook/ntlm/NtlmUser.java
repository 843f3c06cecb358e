package dev.eso4j.provider.builtin.webhook.ntlm;

import dev.eso4j.api.SecretValue;

/**
 * Who authenticates.
 *
 * @param domain the domain that is named at the beginning of the talk; may be empty
 * @param name the name that goes into the proof
 * @param inTargetDomain whether the domain that the server names goes into the proof
 * @param password the password
 */
public record NtlmUser(String domain, String name, boolean inTargetDomain, SecretValue password) {
    /** Reads a name of the form {@code DOMAIN\name}, {@code name@realm} or {@code name}. */
    public static NtlmUser of(SecretValue name, SecretValue password) {
        String text = name.utf8();
        int backslash = text.indexOf('\\');
        return backslash >= 0
                ? new NtlmUser(text.substring(0, backslash), text.substring(backslash + 1), true, password)
                : new NtlmUser("", text, text.indexOf('@') < 0, password);
    }

    @Override
    public String toString() {
        return "NtlmUser";
    }
}
