package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The object that is written.
 *
 * @param name The name of the object, in the namespace of the ExternalSecret; the name of the ExternalSecret when
 *     absent.
 * @param creationPolicy Whose the object is. {@code Owner} (the default): it is created and goes when the
 *     ExternalSecret goes. {@code Orphan}: it is created and stays. {@code Merge}: keys are added to an object that
 *     someone else creates. {@code CreateOrMerge}: like Merge, and created when it is missing. {@code None}: nothing is
 *     written.
 * @param deletionPolicy What happens when the remote objects are gone. {@code Retain} (the default): the target stays
 *     as it is. {@code Delete}: it is deleted, which needs the creation policy Owner. {@code Merge}: its keys are
 *     removed, and it stays.
 * @param template The blueprint of the object; without one the fetched keys are its data.
 * @param manifest The kind to write in place of a Secret, where the operator allows it.
 * @param immutable Marks the Secret as immutable; its data is then never written again. False when absent.
 */
@ModelRecord
@Rule(
        check =
                "!has(self.deletionPolicy) || self.deletionPolicy != 'Delete' || !has(self.creationPolicy) || self.creationPolicy == 'Owner'",
        message =
                "deletionPolicy Delete is only for a target that the ExternalSecret owns: set creationPolicy to Owner, or deletionPolicy to Retain or Merge",
        field = ".deletionPolicy")
@Rule(
        check =
                "!has(self.deletionPolicy) || self.deletionPolicy != 'Merge' || !has(self.creationPolicy) || self.creationPolicy != 'None'",
        message =
                "deletionPolicy Merge has nothing to take keys from with creationPolicy None: set deletionPolicy to Retain, or another creationPolicy",
        field = ".deletionPolicy")
@Rule(
        check =
                "!has(self.template) || !has(self.template.templateFrom) || (has(self.manifest) && (self.manifest.apiVersion != 'v1' || self.manifest.kind != 'Secret')) || self.template.templateFrom.all(t, !has(t.target) || t.target == '' || t.target.lowerAscii() in ['data', 'annotations', 'labels'])",
        message =
                "a template fills Data, Annotations or Labels of a Secret: change templateFrom[].target to one of these, or set target.manifest to write another kind",
        field = ".template.templateFrom")
public record ExternalSecretTarget(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @OneOf({"Owner", "Orphan", "Merge", "None", "CreateOrMerge"}) @Default("\"Owner\"") @Nullable
        String creationPolicy,

        @OneOf({"Delete", "Merge", "Retain"}) @Default("\"Retain\"") @Nullable
        String deletionPolicy,

        @Nullable ExternalSecretTemplate template,
        @Nullable ManifestReference manifest,
        @Nullable Boolean immutable) {}
