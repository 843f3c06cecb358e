package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.core.ClusterTemplates;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.ManifestReader;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.render.TemplateSources;
import dev.eso4j.standalone.UsageException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be rendered, and the objects that its templates stand in. */
public final class TemplateInput implements AutoCloseable, TemplateSources {
    private static final Pattern MANIFEST = Pattern.compile(
            "(?m)(?:^|[\\s{,])[\"']?apiVersion[\"']?\\s*:\\s*[\"']?(?:generators\\.)?external-secrets\\.io/");
    /** A key that the lines of a manifest are not found by in brackets: no index, no dot and no slash. */
    private static final Pattern KEY_IN_BRACKETS = Pattern.compile("\\[(?!\\d+\\])([^\\]./]+)\\]");

    private static final Set<String> TEMPLATED = Set.of("ExternalSecret", "PushSecret");

    private final LocalCluster files = LocalCluster.create();
    private final Map<TemplateSource.Kind, Map<String, byte[]>> whateverName = new EnumMap<>(TemplateSource.Kind.class);
    private final InputFile file;
    private final @Nullable Manifest manifest;
    private final String namespace;
    private @Nullable Cluster cluster;
    private @Nullable ClusterTemplates ofCluster;

    private TemplateInput(InputFile file, @Nullable Manifest manifest, String namespace) {
        this.file = file;
        this.manifest = manifest;
        this.namespace = namespace;
    }

    /** Returns whether a file holds manifests rather than the text of a template. */
    public static boolean isManifest(InputFile file) {
        return MANIFEST.matcher(new String(file.bytes(), UTF_8)).find();
    }

    /** Opens a text. */
    public static TemplateInput ofText(InputFile file, String namespace) {
        return new TemplateInput(file, null, namespace);
    }

    /**
     * Opens the ExternalSecret or PushSecret of a file; ConfigMaps and Secrets beside it may hold templates.
     *
     * @param namespace the namespace of what names none
     * @param name which one, if there are several; empty if there is one
     * @throws UsageException if the file is wrong, or does not hold the one that is wanted
     */
    public static TemplateInput ofManifest(InputFile file, String namespace, String name) {
        List<Manifest> manifests = read(file, namespace);
        List<Manifest> templated = manifests.stream()
                .filter(m -> TEMPLATED.contains(m.type().kind()))
                .filter(m -> name.isEmpty() || m.name().equals(name))
                .toList();
        if (templated.isEmpty()) {
            String kinds =
                    manifests.stream().map(m -> m.type().kind()).distinct().collect(Collectors.joining(", "));
            throw new UsageException(
                    name.isEmpty()
                            ? "unsupported template kind " + kinds + ": " + file.name()
                                    + " has no ExternalSecret and no PushSecret; --text renders it as a plain text"
                            : file.name() + " has no ExternalSecret and no PushSecret of the name " + name);
        } else if (templated.size() > 1) {
            String names = templated.stream().map(Manifest::name).collect(Collectors.joining(", "));
            throw new UsageException(file.name() + " has several: " + names + "; choose one by --name");
        }
        Manifest wanted = templated.get(0);
        TemplateInput input = new TemplateInput(file, wanted, wanted.namespace());
        input.apply(wanted);
        manifests.stream().filter(TemplateInput::mayHoldTemplates).forEach(input::apply);
        return input;
    }

    private static boolean mayHoldTemplates(Manifest manifest) {
        return manifest.type() == ResourceType.CONFIG_MAPS || manifest.type() == ResourceType.SECRETS;
    }

    private static List<Manifest> read(InputFile file, String namespace) {
        ManifestReader.Result read = ManifestReader.into(namespace).read(file.name(), file.text());
        if (!read.problems().isEmpty()) {
            throw wrong(read.problems());
        }
        return read.manifests();
    }

    private static UsageException wrong(List<ManifestProblem> problems) {
        return new UsageException(
                problems.stream().map(ManifestProblem::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    private void apply(Manifest object) {
        List<ManifestProblem> problems = files.apply(object);
        if (!problems.isEmpty()) {
            throw wrong(problems);
        }
    }

    /**
     * Adds ConfigMaps and Secrets that hold templates.
     *
     * @throws UsageException if the file is wrong, or has no such object
     */
    public void templates(InputFile from) {
        List<Manifest> found = read(from, namespace).stream()
                .filter(TemplateInput::mayHoldTemplates)
                .toList();
        if (found.isEmpty()) {
            throw new UsageException(from.name() + " has no ConfigMap and no Secret, which templates could stand in");
        }
        found.forEach(this::apply);
    }

    /** Adds the one object of a file, which stands for every reference to its kind, whatever name that has. */
    public void templatesOfAnyName(InputFile from, TemplateSource.Kind kind) {
        List<Manifest> found = read(from, namespace).stream()
                .filter(m -> m.type().kind().equals(kind.toString()))
                .toList();
        if (found.size() != 1) {
            throw new UsageException(from.name() + " has " + found.size() + " objects of the kind " + kind
                    + "; give one, or several by --template-from");
        }
        apply(found.get(0));
        TemplateSource source =
                new TemplateSource(kind, found.get(0).namespace(), found.get(0).name());
        whateverName.put(
                kind,
                new HashMap<>(ClusterTemplates.ofOnePass(files).read("", source).orElse(Map.of())));
    }

    /** Sets the cluster that other objects are read from. */
    public void cluster(Cluster source) {
        this.cluster = source;
        this.ofCluster = ClusterTemplates.ofOnePass(source);
    }

    @Override
    public Optional<Map<String, byte[]>> read(String reader, TemplateSource source) {
        Optional<Map<String, byte[]>> own = ClusterTemplates.ofOnePass(files).read(reader, source);
        if (own.isPresent()) {
            return own;
        } else if (whateverName.containsKey(source.kind())) {
            return Optional.of(whateverName.getOrDefault(source.kind(), Map.of()));
        } else if (ofCluster != null) {
            return ofCluster.read(reader, source);
        }
        throw new UsageException(
                "templateFrom names " + source + ": give its manifest by --template-from FILE, or let the"
                        + " cluster's be read by --from-secret NAME");
    }

    @Override
    public void follow(String reader, TemplateSource source) {
        // What is read once need not be followed.
    }

    /** Renders it. */
    public Rendering render(TargetTemplates templates, Map<String, byte[]> values) {
        return manifest == null
                ? Rendering.ofText(file.name(), templates.render(file.name(), file.bytes(), values))
                : new ManifestRendering(files, this).render(manifest, templates, values);
    }

    /** Returns the namespace that names without one are looked up in. */
    public String namespace() {
        return namespace;
    }

    /** Returns what messages call it. */
    public String title() {
        return manifest == null
                ? file.name()
                : manifest.type().kind() + " " + manifest.namespace() + "/" + manifest.name();
    }

    /** Returns its kind. */
    public String kind() {
        return manifest == null ? "Text" : manifest.type().kind();
    }

    /** Returns its name. */
    public String name() {
        return manifest == null ? file.name() : manifest.name();
    }

    /** Returns the place of a line of a template: the file's own for a text, that of its field for a manifest. */
    String place(String field, int line) {
        if (manifest == null) {
            return file.name() + ":" + line;
        }
        String path = KEY_IN_BRACKETS.matcher(field).replaceAll(".$1");
        return file.name() + ":" + manifest.line(path) + ": line " + line + " of " + field;
    }

    @Override
    public void close() {
        files.close();
    }
}
