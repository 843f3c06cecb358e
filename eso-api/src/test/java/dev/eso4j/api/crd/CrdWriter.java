package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Locale;

/** Writes the CustomResourceDefinition of a kind, with the stored version and the older ones that are served too. */
final class CrdWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelDocs docs;
    private final SchemaWriter schemas;

    CrdWriter(ModelDocs docs) {
        this.docs = docs;
        this.schemas = new SchemaWriter(docs);
    }

    ObjectNode write(Class<? extends CustomResource<?, ?>> kind) {
        String group = kind.getAnnotation(Group.class).value();
        String plural = kind.getAnnotation(Plural.class).value();
        ObjectNode crd = JSON.createObjectNode();
        crd.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        ObjectNode metadata = crd.putObject("metadata").put("name", plural + "." + group);
        metadata.putObject("labels").put("external-secrets.io/component", "controller");
        ObjectNode spec = crd.putObject("spec").put("group", group);
        spec.put("scope", Namespaced.class.isAssignableFrom(kind) ? "Namespaced" : "Cluster");
        spec.set("names", names(kind, plural));
        ArrayNode versions = spec.putArray("versions");
        versions.add(version(kind, kind.getAnnotation(Version.class).value(), null));
        OlderVersion older = kind.getAnnotation(OlderVersion.class);
        if (older != null) {
            versions.add(version(kind, older.value(), older.warning()));
        }
        return crd;
    }

    private static ObjectNode names(Class<?> kind, String plural) {
        String name = kind.getAnnotation(Kind.class).value();
        ObjectNode names = JSON.createObjectNode();
        names.put("kind", name).put("listKind", name + "List").put("plural", plural);
        names.put("singular", name.toLowerCase(Locale.ROOT));
        ShortNames shortNames = kind.getAnnotation(ShortNames.class);
        if (shortNames != null) {
            names.set("shortNames", JSON.valueToTree(shortNames.value()));
        }
        names.set(
                "categories",
                JSON.valueToTree(kind.getAnnotation(Categories.class).value()));
        return names;
    }

    private ObjectNode version(Class<?> kind, String name, String deprecation) {
        ObjectNode version = JSON.createObjectNode().put("name", name);
        version.put("served", true).put("storage", deprecation == null);
        if (deprecation != null) {
            version.put("deprecated", true).put("deprecationWarning", deprecation);
        }
        ArrayNode columns = JSON.createArrayNode();
        for (PrinterColumn column : kind.getAnnotationsByType(PrinterColumn.class)) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("jsonPath", column.path());
        }
        version.set("additionalPrinterColumns", columns);
        SelectableFields fields = kind.getAnnotation(SelectableFields.class);
        if (fields != null) {
            ArrayNode selectable = version.putArray("selectableFields");
            for (String path : fields.value()) {
                selectable.addObject().put("jsonPath", path);
            }
        }
        version.putObject("subresources").putObject("status");
        version.putObject("schema").set("openAPIV3Schema", root(kind));
        return version;
    }

    private ObjectNode root(Class<?> kind) {
        ObjectNode root = SchemaWriter.described(docs.type(kind)).put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties.set(
                "apiVersion",
                SchemaWriter.described("The version of the API that this manifest is written for, such as "
                                + kind.getAnnotation(Group.class).value() + "/"
                                + kind.getAnnotation(Version.class).value() + ".")
                        .put("type", "string"));
        properties.set(
                "kind",
                SchemaWriter.described("The kind of this manifest: "
                                + kind.getAnnotation(Kind.class).value() + ".")
                        .put("type", "string"));
        // The API server describes metadata itself and allows no text of ours.
        properties.putObject("metadata").put("type", "object");
        CrdFiles.parts(kind)
                .forEach((name, part) -> properties.set(
                        name, SchemaWriter.described(docs.type(part)).setAll(schemas.object(part))));
        return root;
    }
}
