package dev.eso4j.core.fetch;

import com.google.re2j.Pattern;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretRewrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Changes the keys that were fetched, one operation after the other. */
final class Rewrites {
    private Rewrites() {}

    static Map<String, SecretValue> apply(List<ExternalSecretRewrite> rewrites, Map<String, SecretValue> values) {
        Map<String, SecretValue> out = values;
        for (int i = 0; i < rewrites.size(); i++) {
            try {
                out = apply(rewrites.get(i), out);
            } catch (FetchException e) {
                throw new FetchException(
                        "error applying rewrite to keys: failed rewrite operation[" + i + "]: " + e.getMessage());
            }
        }
        return out;
    }

    private static Map<String, SecretValue> apply(ExternalSecretRewrite rewrite, Map<String, SecretValue> values) {
        if (rewrite.merge() != null) {
            return MergeRewrite.apply(rewrite.merge(), values);
        }
        if (rewrite.regexp() != null) {
            Pattern source = GoRegexp.compile("regexp.source", rewrite.regexp().source());
            String target = rewrite.regexp().target();
            RewriteWork.checkLength("regexp.target", target);
            RewriteWork work = new RewriteWork();
            return rename(values, key -> GoRegexp.replaceAll(source, key, target, work));
        }
        if (rewrite.transform() != null) {
            String text = rewrite.transform().template();
            return rename(values, text.contains(KeyTemplate.ACTION) ? new KeyTemplate(text)::render : key -> text);
        }
        throw new FetchException("it has neither merge nor regexp nor transform; give exactly one");
    }

    /** In the order of the keys, so that an error is always the same one. */
    private static Map<String, SecretValue> rename(Map<String, SecretValue> values, UnaryOperator<String> change) {
        Map<String, SecretValue> out = new LinkedHashMap<>();
        Map<String, String> origins = new TreeMap<>();
        new TreeMap<>(values).forEach((key, value) -> {
            String renamed = change.apply(key);
            String other = origins.putIfAbsent(renamed, key);
            if (other != null) {
                throw new FetchException("the keys \"" + other + "\" and \"" + key + "\" both become \"" + renamed
                        + "\"; change the expression so that they stay apart");
            }
            out.put(renamed, value);
        });
        return out;
    }
}
