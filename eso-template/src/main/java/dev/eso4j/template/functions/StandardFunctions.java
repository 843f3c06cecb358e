package dev.eso4j.template.functions;

import dev.eso4j.template.functions.certificates.CertificateFunctions;
import dev.eso4j.template.functions.crypto.CertificateMaking;
import dev.eso4j.template.functions.crypto.CryptoFunctions;
import dev.eso4j.template.functions.dates.DateFunctions;
import dev.eso4j.template.functions.dicts.DictFunctions;
import dev.eso4j.template.functions.encoding.EncodingFunctions;
import dev.eso4j.template.functions.flow.FlowFunctions;
import dev.eso4j.template.functions.json.JsonFunctions;
import dev.eso4j.template.functions.language.AccessFunctions;
import dev.eso4j.template.functions.language.LogicFunctions;
import dev.eso4j.template.functions.language.PrintFunctions;
import dev.eso4j.template.functions.lists.ListFunctions;
import dev.eso4j.template.functions.numbers.DecimalFunctions;
import dev.eso4j.template.functions.numbers.IntegerFunctions;
import dev.eso4j.template.functions.numbers.RangeFunctions;
import dev.eso4j.template.functions.paths.PathFunctions;
import dev.eso4j.template.functions.reflection.ReflectionFunctions;
import dev.eso4j.template.functions.regex.RegexFunctions;
import dev.eso4j.template.functions.semver.SemverFunctions;
import dev.eso4j.template.functions.strings.CaseFunctions;
import dev.eso4j.template.functions.strings.DigestFunctions;
import dev.eso4j.template.functions.strings.RandomFunctions;
import dev.eso4j.template.functions.strings.StringFunctions;
import dev.eso4j.template.functions.strings.TextFunctions;
import dev.eso4j.template.functions.urls.UrlFunctions;
import dev.eso4j.template.functions.yaml.YamlFunctions;
import java.util.List;

/** The functions that External Secrets offers to templates; a later group's function hides an earlier one's of that name. */
public final class StandardFunctions {
    private StandardFunctions() {}

    /** All groups; making them loads none of their functions. */
    public static List<FunctionGroup> groups() {
        return List.of(
                new LogicFunctions(),
                new AccessFunctions(),
                new PrintFunctions(),
                new CertificateFunctions(),
                new CryptoFunctions(),
                new CertificateMaking(),
                new StringFunctions(),
                new CaseFunctions(),
                new TextFunctions(),
                new DigestFunctions(),
                new RandomFunctions(),
                new IntegerFunctions(),
                new DecimalFunctions(),
                new RangeFunctions(),
                new FlowFunctions(),
                new ListFunctions(),
                new DictFunctions(),
                new EncodingFunctions(),
                new ReflectionFunctions(),
                new JsonFunctions(),
                new YamlFunctions(),
                new DateFunctions(),
                new SemverFunctions(),
                new UrlFunctions(),
                new PathFunctions(),
                new RegexFunctions());
    }
}
