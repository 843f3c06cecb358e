package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One object as a file describes it, of a known kind and with known fields only. Immutable. */
public final class Manifest {
    private final String file;
    private final int document;
    private final ResourceType<?> type;
    private final ObjectNode tree;
    private final Map<String, Integer> lines;

    Manifest(String file, int document, ResourceType<?> type, ObjectNode tree, Map<String, Integer> lines) {
        this.file = file;
        this.document = document;
        this.type = type;
        this.tree = tree;
        this.lines = Map.copyOf(lines);
    }

    /** Returns the file it stands in. */
    public String file() {
        return file;
    }

    /** Returns the number of its document in the file, from 1. */
    public int document() {
        return document;
    }

    /** Returns its type. */
    public ResourceType<?> type() {
        return type;
    }

    /** Returns its namespace; empty for kinds without. */
    public String namespace() {
        return Trees.text(Trees.child(tree, "metadata"), "namespace");
    }

    /** Returns its name. */
    public String name() {
        return Trees.text(Trees.child(tree, "metadata"), "name");
    }

    /** Returns its uid; empty if it has none. */
    public String uid() {
        return Trees.text(Trees.child(tree, "metadata"), "uid");
    }

    /** Returns the line at which a field, or what is nearest around it, stands. */
    public int line(String field) {
        return Lines.nearest(lines, field);
    }

    ObjectNode tree() {
        return tree;
    }

    /**
     * Returns the manifest without what only a cluster can know: uid, versions, times, owners, status. Its uid follows from
     * its name, so that it is the same in every process.
     */
    public Manifest ofDirectory() {
        ObjectNode own = tree.deepCopy();
        own.remove("status");
        ObjectNode metadata = Trees.child(own, "metadata");
        metadata.remove(List.of(
                "resourceVersion",
                "generation",
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "managedFields",
                "ownerReferences",
                "selfLink"));
        String identity = type.group() + "/" + this;
        metadata.put(
                "uid",
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString());
        return new Manifest(file, document, type, own, lines);
    }

    /** Returns the manifest with what an earlier process remembered of its object. */
    public Manifest remembered(ResourceState state) {
        ObjectNode own = tree.deepCopy();
        boolean same = state.specHash().equals(specHash());
        Trees.child(own, "metadata").put("generation", same ? state.generation() : state.generation() + 1);
        if (!state.status().isEmpty()) {
            own.set("status", Json.MAPPER.valueToTree(state.status()));
        }
        return new Manifest(file, document, type, own, lines);
    }

    private String specHash() {
        ObjectNode completed = tree.deepCopy();
        Defaults.apply(new Table(type), completed);
        Trees.dropNulls(completed);
        return JournalFeed.specHash(type.kind(), completed);
    }

    /** Returns whether both say the same about the same object, wherever they stand. */
    public boolean sameContent(Manifest other) {
        return type == other.type && Trees.same(tree, other.tree);
    }

    /**
     * Returns the data of a Secret; what is not base64 is left out.
     *
     * @throws IllegalStateException if this is no Secret
     */
    public Map<String, byte[]> secretData() {
        if (type != ResourceType.SECRETS) {
            throw new IllegalStateException(this + " is no Secret");
        }
        ObjectNode completed = tree.deepCopy();
        SecretRules.complete(completed, new Violations());
        return Trees.decode(ResourceType.SECRETS, completed).data();
    }

    /** Returns a problem of a field of this manifest. */
    public ManifestProblem problem(String field, String cause, String fix) {
        return new ManifestProblem(file, document, line(field), field, cause, fix);
    }

    /** Names the object, for example {@code Secret default/db}. */
    @Override
    public String toString() {
        return type.kind() + " " + (namespace().isEmpty() ? name() : namespace() + "/" + name());
    }
}
