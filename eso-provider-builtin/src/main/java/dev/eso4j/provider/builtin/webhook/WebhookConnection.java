package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.store.webhook.NTLMProtocol;
import dev.eso4j.provider.builtin.webhook.WebhookSettings.NamedSecret;
import dev.eso4j.provider.builtin.webhook.ntlm.NtlmTalk;
import dev.eso4j.provider.builtin.webhook.ntlm.NtlmUser;
import dev.eso4j.provider.kit.Credentials;
import dev.eso4j.provider.kit.HttpCall;
import dev.eso4j.provider.kit.HttpCallListener;
import dev.eso4j.provider.kit.HttpCalls;
import dev.eso4j.provider.kit.HttpCallsBuilder;
import dev.eso4j.provider.kit.HttpFailures;
import dev.eso4j.provider.kit.HttpReply;
import dev.eso4j.provider.kit.Tls;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the service of one manifest.
 *
 * <p>A talk of NTLM belongs to one connection, so there each request has one of its own while it runs. Thread-safe.
 */
final class WebhookConnection implements AutoCloseable {
    private static final String LABEL = "external-secrets.io/type";
    private static final String VALUE = "webhook";
    private static final int REDIRECTS = 10;

    private final HttpCallsBuilder builder;
    private final HttpCalls shared;
    private final @Nullable NtlmTalk ntlm;
    private final ConcurrentLinkedDeque<HttpCalls> idle = new ConcurrentLinkedDeque<>();
    private final Set<HttpCalls> own = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private WebhookConnection(HttpCallsBuilder builder, @Nullable NtlmTalk ntlm) {
        this.builder = builder;
        this.shared = builder.build();
        this.ntlm = ntlm;
    }

    static WebhookConnection open(
            WebhookSettings settings, CredentialAccess credentials, InstantSource clock, HttpCallListener listener) {
        Tls tls = Tls.system()
                .trusting(credentials.certificates(settings.field(), settings.caBundle(), settings.caProvider()));
        HttpCallsBuilder builder = HttpCalls.builder()
                .tls(tls)
                .clock(clock)
                .requestTimeout(settings.limit())
                .followOnSameHost(REDIRECTS)
                .listener(listener);
        NTLMProtocol ntlm = settings.ntlm();
        return new WebhookConnection(
                builder, ntlm == null ? null : new NtlmTalk(user(settings, ntlm, credentials), clock));
    }

    private static NtlmUser user(WebhookSettings settings, NTLMProtocol ntlm, CredentialAccess credentials) {
        String field = settings.field() + ".auth.ntlm";
        NtlmUser user = NtlmUser.of(
                key(field + ".usernameSecret", ntlm.usernameSecret(), credentials),
                key(field + ".passwordSecret", ntlm.passwordSecret(), credentials));
        if (user.name().isEmpty() && user.password().isEmpty()) {
            throw new InvalidRequestException(field + ": name and password are empty", "fill the Secrets");
        }
        return user;
    }

    private static SecretValue key(String field, SecretKeySelector reference, CredentialAccess credentials) {
        SecretValue value =
                credentials.labelledSecret(field, reference, LABEL, VALUE).get(reference.key());
        if (value == null) {
            throw new InvalidRequestException(
                    field + ": Secret \"" + reference.name() + "\" has no key \"" + reference.key() + "\"",
                    "add the key, or correct the reference");
        }
        return Credentials.trimmed(value);
    }

    /** Returns the Secrets for templates, by the names that these call them. */
    static Map<String, Map<String, byte[]>> secrets(WebhookSettings settings, CredentialAccess credentials) {
        Map<String, Map<String, byte[]>> all = new LinkedHashMap<>();
        for (int i = 0; i < settings.secrets().size(); i++) {
            NamedSecret each = settings.secrets().get(i);
            Map<String, byte[]> keys = all.computeIfAbsent(String.valueOf(each.name()), name -> new LinkedHashMap<>());
            credentials
                    .labelledSecret(
                            settings.field() + ".secrets[" + i + "].secretRef",
                            Objects.requireNonNull(each.reference()),
                            LABEL,
                            VALUE)
                    .forEach((key, value) -> keys.put(key, value.bytes()));
        }
        return all;
    }

    /** Makes a request that must succeed. */
    HttpReply call(HttpCall call) {
        HttpReply reply = exchange(call);
        if (reply.status() == 304 || reply.status() == 410) {
            throw new InvalidRequestException(
                    call.operation() + ": the service answered with status " + reply.status()
                            + ", which is neither a value nor the absence of one",
                    "send no conditions in headers, and answer 404 for what does not exist");
        }
        if (!reply.successful()) {
            throw HttpFailures.of(call, reply);
        }
        return reply;
    }

    private HttpReply exchange(HttpCall call) {
        if (ntlm == null) {
            return shared.exchange(call);
        }
        HttpCalls mine = idle.poll();
        if (mine == null) {
            mine = builder.build();
            own.add(mine);
        }
        if (closed) {
            mine.close();
        }
        try {
            return ntlm.exchange(mine, call);
        } finally {
            idle.push(mine);
        }
    }

    /** Finds out whether the service can be reached, without asking it for anything. */
    void reach(HttpCall probe) {
        shared.reach(probe);
    }

    @Override
    public void close() {
        closed = true;
        shared.close();
        own.forEach(HttpCalls::close);
    }
}
