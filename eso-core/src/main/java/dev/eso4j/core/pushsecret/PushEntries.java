package dev.eso4j.core.pushsecret;

import dev.eso4j.api.pushsecret.PushSecretData;
import dev.eso4j.api.pushsecret.PushSecretDataTo;
import dev.eso4j.api.pushsecret.PushSecretSpec;
import dev.eso4j.api.pushsecret.PushSecretStoreRef;
import dev.eso4j.core.fetch.FetchException;
import dev.eso4j.core.fetch.NameRewrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out which remote objects of a store a PushSecret writes, from the keys of its source. Asks nobody. */
public final class PushEntries {
    private static final Pattern ESCAPED = Pattern.compile("_U([0-9a-fA-F]{4,5})_");

    private final PushSecretSpec spec;
    private final Set<String> source;
    private final List<PushEntry> entries = new ArrayList<>();

    private PushEntries(PushSecretSpec spec, Set<String> source) {
        this.spec = spec;
        this.source = new TreeSet<>(source);
    }

    /**
     * Returns the writes to one store, those of {@code dataTo} first. An entry of {@code data} wins over what {@code
     * dataTo} makes of the same key.
     *
     * @param store tells whether the reference of an entry of {@code dataTo} means the store
     * @param source the keys of the source, with those that templates made
     * @throws PushRuleException if an entry does not fit, or two write the same
     */
    public static List<PushEntry> of(PushSecretSpec spec, Predicate<PushSecretStoreRef> store, Set<String> source) {
        PushEntries entries = new PushEntries(spec, source);
        entries.checkStores();
        for (int i = 0; i < spec.dataTo().size(); i++) {
            PushSecretStoreRef ref = spec.dataTo().get(i).storeRef();
            if (ref != null && store.test(ref)) {
                entries.bulk("spec.dataTo[" + i + "]", spec.dataTo().get(i));
            }
        }
        List<PushEntry> single = new ArrayList<>();
        for (int i = 0; i < spec.data().size(); i++) {
            single.add(entries.single("spec.data[" + i + "]", spec.data().get(i)));
        }
        for (PushEntry entry : single) {
            entries.entries.removeIf(
                    bulk -> !bulk.whole() && !entry.whole() && bulk.keys().equals(entry.keys()));
        }
        entries.entries.addAll(single);
        entries.checkTwice();
        return List.copyOf(entries.entries);
    }

    /** A rule for a store that nothing is pushed to would do nothing, and nobody would know. */
    private void checkStores() {
        for (int i = 0; i < spec.dataTo().size(); i++) {
            PushSecretStoreRef ref = spec.dataTo().get(i).storeRef();
            if (ref != null
                    && ref.name() != null
                    && spec.secretStoreRefs().stream().noneMatch(r -> same(r, ref))) {
                throw new PushRuleException("spec.dataTo[" + i + "].storeRef names " + kind(ref) + " \"" + ref.name()
                        + "\", which spec.secretStoreRefs does not; add it there, or correct the name");
            }
        }
    }

    /** Returns whether two references name the same store. */
    public static boolean same(PushSecretStoreRef one, PushSecretStoreRef other) {
        return one.name() != null
                && one.name().equals(other.name())
                && kind(one).equals(kind(other));
    }

    /** Returns the kind of store that a reference means. */
    public static String kind(PushSecretStoreRef ref) {
        return ref.kind() == null || ref.kind().isEmpty() ? "SecretStore" : ref.kind();
    }

    private void bulk(String field, PushSecretDataTo rule) {
        try {
            Map<String, String> originals = converted(rule.conversionStrategy());
            NameRewrite names =
                    new NameRewrite(rule.match() == null ? null : rule.match().regexp(), rule.rewrite());
            Set<String> matching = names.matching(originals.keySet());
            if (rule.remoteKey() != null && !rule.remoteKey().isEmpty()) {
                if (!matching.isEmpty()) {
                    entries.add(new PushEntry(field, matching, true, rule.remoteKey(), null));
                }
                return;
            }
            for (String key : matching) {
                String name = names.name(key);
                if (name.isEmpty()) {
                    throw new PushRuleException("the key \"" + key + "\" gets an empty name; change rewrite");
                }
                String original = Objects.requireNonNull(originals.get(key));
                entries.add(new PushEntry(field, Set.of(original), false, name, null));
            }
        } catch (FetchException | PushRuleException e) {
            throw new PushRuleException(field + ": " + e.getMessage());
        }
    }

    private PushEntry single(String field, PushSecretData entry) {
        String key = entry.match().secretKey();
        String remote = entry.match().remoteRef().remoteKey();
        String property = entry.match().remoteRef().property();
        String member = property == null || property.isEmpty() ? null : property;
        Map<String, String> originals;
        try {
            originals = converted(entry.conversionStrategy());
        } catch (PushRuleException e) {
            throw new PushRuleException(field + ": " + e.getMessage());
        }
        if (key == null || key.isEmpty()) {
            return new PushEntry(field, new TreeSet<>(originals.keySet()), true, remote, member);
        }
        String original = originals.get(key);
        if (original == null) {
            throw new PushRuleException(field + ".match.secretKey: secret key " + key
                    + " does not exist; the source has " + (source.isEmpty() ? "no keys" : String.join(", ", source)));
        }
        return new PushEntry(field, Set.of(original), false, remote, member);
    }

    /** Returns the keys as an entry sees them, with what they are in the source. */
    private Map<String, String> converted(@Nullable String strategy) {
        Map<String, String> originals = new TreeMap<>();
        for (String key : source) {
            String seen = "ReverseUnicode".equals(strategy)
                    ? ESCAPED.matcher(key)
                            .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(character(m.group(1))))
                    : key;
            String other = originals.putIfAbsent(seen, key);
            if (other != null) {
                throw new PushRuleException(
                        "the keys \"" + other + "\" and \"" + key + "\" both become \"" + seen + "\"; rename one");
            }
        }
        return originals;
    }

    private static String character(String hex) {
        return Character.toString(Integer.parseInt(hex, 16));
    }

    private void checkTwice() {
        Map<List<String>, PushEntry> seen = new HashMap<>();
        for (PushEntry entry : entries) {
            PushEntry other = seen.putIfAbsent(
                    List.of(entry.remoteKey(), Objects.requireNonNullElse(entry.property(), "")), entry);
            if (other != null) {
                throw new PushRuleException(entry.field() + ": duplicate remote key \"" + entry.remoteKey() + "\""
                        + (entry.property() == null ? "" : ", property \"" + entry.property() + "\"") + ": "
                        + what(other) + " of " + other.field() + " and " + what(entry)
                        + " are both written to it; change one");
            }
        }
    }

    private static String what(PushEntry entry) {
        return entry.whole() ? "(bundle)" : "\"" + String.join("", entry.keys()) + "\"";
    }
}
