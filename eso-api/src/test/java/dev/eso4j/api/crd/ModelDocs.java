package dev.eso4j.api.crd;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of the model's source files: of each type, and of each record component. */
final class ModelDocs {
    private static final Path SOURCES = Path.of("src/main/java/dev/eso4j/api");

    private final UnaryOperator<String> prose;
    private final UnaryOperator<String> code;
    private final String tick;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<String, String>> components = new HashMap<>();

    private ModelDocs(UnaryOperator<String> prose, UnaryOperator<String> code, String tick) {
        this.prose = prose;
        this.code = code;
        this.tick = tick;
    }

    /** Returns the texts without any mark-up, as the CRDs have them. */
    static ModelDocs plain() {
        return new ModelDocs(UnaryOperator.identity(), UnaryOperator.identity(), "").read(SOURCES);
    }

    static ModelDocs markdown() {
        return new ModelDocs(Markdown::prose, Markdown::code, "`").read(SOURCES);
    }

    private ModelDocs read(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> units =
                    tree.filter(p -> p.toString().endsWith(".java")).sorted().toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(units));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                add(trees, unit);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources of the model in " + sources, e);
        }
    }

    String type(Class<?> type) {
        return required(types.get(type.getName()), type.getSimpleName());
    }

    String component(Class<?> type, String component) {
        return required(
                components.getOrDefault(type.getName(), Map.of()).get(component),
                "@param " + component + " of " + type.getSimpleName());
    }

    private static String required(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalStateException(
                    "There is no Javadoc for " + what + "; the CRD takes its descriptions there");
        }
        return text;
    }

    private void add(DocTrees trees, CompilationUnitTree unit) {
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                String name = unit.getPackageName() + "." + type.getSimpleName();
                DocCommentTree comment = trees.getDocCommentTree(TreePath.getPath(unit, type));
                if (comment != null) {
                    types.put(name, text(comment.getFullBody()));
                    components.put(name, params(comment));
                }
            }
        }
    }

    private Map<String, String> params(DocCommentTree comment) {
        Map<String, String> params = new HashMap<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                params.put(param.getName().getName().toString(), text(param.getDescription()));
            }
        }
        return params;
    }

    private String text(List<? extends DocTree> parts) {
        String joined = parts.stream().map(this::text).collect(Collectors.joining());
        return Stream.of(joined.split("\u2029"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String text(DocTree part) {
        if (part instanceof TextTree text) {
            return prose.apply(text.getBody());
        } else if (part instanceof LiteralTree literal) {
            // A line may end behind the word code.
            return code.apply(literal.getBody().getBody().strip());
        } else if (part instanceof LinkTree link) {
            return link.getLabel().isEmpty()
                    ? code.apply(link.getReference().getSignature().replaceFirst("^.*#", ""))
                    : text(link.getLabel());
        } else if (part instanceof EntityTree entity) {
            return prose.apply(entity(entity.getName().toString()));
        } else if (part instanceof StartElementTree start) {
            return start.getName().contentEquals("p")
                    ? "\u2029"
                    : start.getName().contentEquals("code") ? tick : "";
        } else if (part instanceof EndElementTree end) {
            return end.getName().contentEquals("code") ? tick : "";
        }
        throw new IllegalStateException("The CRD generator cannot write this Javadoc as plain text: " + part);
    }

    private static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            default -> throw new IllegalStateException("The CRD generator does not know the entity &" + name + ";");
        };
    }
}
