package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

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

    /** Returns the line at which a field, or what is nearest around it, stands. */
    public int line(String field) {
        return Lines.nearest(lines, field);
    }

    ObjectNode tree() {
        return tree;
    }

    Manifest withTree(ObjectNode other) {
        return new Manifest(file, document, type, other, lines);
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
