package dev.eso4j.template;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Templates that want more than there is; run as a program, it prints for each how long it took and how it ended. */
final class HostileTemplates {
    private HostileTemplates() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("calls itself", "{{ template \"k\" . }}");
        all.put(
                "two that call each other twice",
                "{{ define \"a\" }}{{ template \"b\" }}{{ template \"b\" }}{{ end }}"
                        + "{{ define \"b\" }}{{ template \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}");
        all.put(
                "calls itself from within 400 blocks",
                "{{ define \"a\" }}" + "{{ if true }}".repeat(400) + "{{ template \"a\" }}" + "{{ end }}".repeat(401)
                        + "{{ template \"a\" }}");
        all.put("counts to a trillion", "{{ range 1000000000000 }}{{ end }}");
        all.put(
                "counts within counting",
                "{{ range 99999 }}{{ range 99999 }}{{ range 99999 }}x{{ end }}{{ end }}{{ end }}");
        all.put("doubles a text", "{{ $s := \"0123456789\" }}{{ range 60 }}{{ $s = print $s $s }}{{ end }}{{ $s }}");
        all.put(
                "reads deep YAML",
                "{{ $y := print \"a: \" (repeat 9000 \"[\") }}{{ range 10000 }}{{ fromYaml $y }}{{ end }}");
        all.put(
                "reads YAML that grows",
                "{{ $y := \"a: &a [x,x,x,x,x,x,x,x]\" }}{{ $l := list \"a\" \"b\" \"c\" \"d\" \"e\" \"f\" \"g\" \"h\" }}"
                        + "{{ range $i := 7 }}{{ $o := index $l $i }}{{ $n := index $l (add $i 1 | int) }}"
                        + "{{ $y = printf \"%s\\n%s: &%s [*%s,*%s,*%s,*%s,*%s,*%s,*%s,*%s]\" $y $n $n $o $o $o $o $o $o $o $o }}"
                        + "{{ end }}{{ range 1000 }}{{ fromYaml $y }}{{ end }}");
        all.put(
                "writes YAML that contains itself",
                "{{ $d := dict }}{{ $d = set $d \"a\" $d }}" + "{{ range 100000 }}{{ toYaml $d }}{{ end }}");
        all.put(
                "writes deep YAML",
                "{{ $l := list }}{{ range 2000 }}{{ $l = list $l }}{{ end }}"
                        + "{{ range 1000 }}{{ toYaml $l }}{{ end }}");
        all.put("reads deep DER", "{{ range 100000 }}{{ pkcs12key (repeat 200000 \"0\\x80\") }}{{ end }}");
        all.put("hashes passwords for ever", "{{ range 10000 }}{{ bcrypt \"x\" }}{{ end }}");
        all.put(
                "derives passwords for ever",
                "{{ range 10000 }}{{ derivePassword 1 \"pin\" \"a\" \"b\" \"c\" }}{{ end }}");
        all.put("repeats a text a billion times", "{{ repeat 1000000000 \"x\" }}");
        all.put(
                "repeats nothing for ever",
                "{{ range 9223372036854775807 }}{{ repeat 9223372036854775807 \"\" }}{{ end }}");
        all.put("repeats what was repeated", "{{ repeat 4000 (repeat 4000 (repeat 4000 \"x\")) }}");
        all.put("keeps large texts", "{{ $a := \"\" }}{{ range 4000 }}{{ $a = repeat 4000000 \"x\" }}{{ end }}");
        all.put("prints much", "{{ $s := repeat 1000000 \"x\" }}{{ range 100000 }}{{ $s }}{{ end }}");
        all.put("prints wide numbers", "{{ range 100000 }}{{ printf \"%1000000d%1000000d\" 1 1 }}{{ end }}");
        all.put("prints precise numbers", "{{ range 100000 }}{{ printf \"%.1000000f\" 1e-300 }}{{ end }}");
        all.put(
                "prints a width from an argument",
                "{{ printf \"%0*d%0*d%0*d%0*d%0*d\" 1000000 1 1000000 2 1000000 3 1000000 4 1000000 5 }}");
        all.put("formats without end", "{{ $f := repeat 2000000 \"%d\" }}{{ range 1000 }}{{ printf $f 1 }}{{ end }}");
        all.put(
                "quotes what it quoted",
                "{{ $s := repeat 100000 \"\\x00\" }}{{ range 30 }}{{ $s = printf \"%q\" $s }}{{ end }}");
        all.put(
                "escapes what it escaped",
                "{{ $s := repeat 100000 \"\\x01\" }}{{ range 30 }}{{ $s = js $s }}{{ $s = urlquery $s }}{{ end }}");
        all.put("opens parentheses", "{{ " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + " }}");
        all.put("opens blocks", "{{ if true }}".repeat(100_000) + "{{ end }}".repeat(100_000));
        all.put("has alternatives without end", "{{ if false }}" + "{{ else if false }}".repeat(100_000) + "{{ end }}");
        all.put("declares a hundred thousand variables", declarations(100_000));
        all.put("declares ten thousand variables", declarations(10_000));
        all.put("looks far for variables", "{{ or 1 ($q := 1) }}" + declarations(19_000));
        all.put("has two hundred thousand actions", "{{.}}".repeat(200_000));
        all.put("has a pipe without end", "{{ 1" + " | print".repeat(600_000) + " }}");
        all.put("is one large action that never ends", "{{ \"" + "x".repeat(4_000_000));
        functions(all);
        cryptography(all);
        return all;
    }

    /** Loops, texts and lists that functions multiply. */
    private static void functions(Map<String, String> all) {
        String self = "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}";
        String other = "{{ $e := dict }}{{ $_ := set $e \"d\" $e }}";
        String text = "{{ $s := repeat 1000000 \"x\" }}";
        all.put("lists a billion numbers", "{{ until 1000000000 }}");
        all.put("lists all numbers", "{{ untilStep -9223372036854775808 9223372036854775807 1 }}");
        all.put("writes a trillion numbers", "{{ seq 1 1000000000000 }}");
        all.put("doubles a list", "{{ $l := until 10 }}{{ range 60 }}{{ $l = concat $l $l }}{{ end }}{{ $l }}");
        all.put("chunks a list for ever", "{{ $l := until 100000 }}{{ range 100000 }}{{ $_ := chunk 1 $l }}{{ end }}");
        all.put("compares all with all", "{{ $l := until 100000 }}{{ uniq $l }}");
        all.put("writes a map that contains itself", self + "{{ toJson $d }}");
        all.put("prints a map that contains itself", self + "{{ toString $d }}");
        all.put("copies a map that contains itself", self + "{{ deepCopy $d }}");
        all.put("compares maps that contain themselves", self + other + "{{ deepEqual $d $e }}");
        all.put("merges maps that contain themselves", self + other + "{{ merge $d $e }}");
        all.put("puts a text between all characters of it", text + "{{ replace \"\" $s $s }}");
        all.put("indents by a billion", "{{ indent 1000000000 \"x\" }}");
        all.put("joins a text with itself", text + "{{ join $s (until 100000) }}");
        all.put("wraps into characters", text + "{{ range 100 }}{{ $_ := wrapWith 1 $s $s }}{{ end }}");
        all.put("splits into characters", text + "{{ range 100 }}{{ $_ := splitList \"\" $s }}{{ end }}");
        all.put(
                "looks for what is nearly there",
                "{{ $s := repeat 1000000 \"x\" }}{{ $y := print (repeat 500000 \"x\") \"y\" }}"
                        + "{{ range 100000 }}{{ $_ := contains $y $s }}{{ end }}");
        all.put(
                "searches for what RE2 finds slowly",
                text + "{{ range 100000 }}{{ $_ := regexMatch \"(x+x+)+y\" $s }}{{ end }}");
        all.put("searches to the end again and again", text + "{{ regexFindAll \"(x.*y)|x\" $s -1 }}");
        all.put("repeats within an expression", "{{ mustRegexMatch \"((a{100}){100}){100}\" \"a\" }}");
        all.put(
                "has an expression of a million letters",
                "{{ range 1000 }}{{ $_ := mustRegexMatch (repeat 1000000 \"a?\") \"a\" }}{{ end }}");
        all.put(
                "searches with a large expression",
                "{{ range 1000 }}{{ $_ := mustRegexMatch \"(a?){1000}b\" (repeat 100000 \"a\") }}{{ end }}");
        all.put(
                "searches with expressions of some size",
                "{{ $s := repeat 1000000 \"a\" }}{{ range 1000 }}{{ $_ := mustRegexMatch \"(a?){100}b\" $s }}{{ end }}");
        all.put(
                "replaces by what names many groups",
                "{{ regexReplaceAll \"x\" (repeat 1000000 \"x\") (repeat 300000 \"$9\") }}");
        all.put("reads a long date for ever", text + "{{ range 1000000 }}{{ $_ := toDate $s $s }}{{ end }}");
        all.put("makes checksums for ever", text + "{{ range 1000000 }}{{ $_ := sha512sum $s }}{{ end }}");
        all.put("multiplies for ever", "{{ $f := 1.1 }}{{ range 1000000 }}{{ $_ := mulf 1.1 1e300 1e300 }}{{ end }}");
        all.put(
                "breaks one long word into characters",
                "{{ wrapWith 1 (repeat 1000000 \"x\") (repeat 1000000 \"x\") }}");
        all.put("shuffles a large text", "{{ shuffle (repeat 4000000 \"x\") }}");
        all.put("quotes what cannot be printed", "{{ quote (repeat 4000000 \"\\xfe\") }}");
        all.put(
                "raises what is no letter",
                "{{ $s := repeat 4000000 \"\\xff\" }}{{ range 10 }}{{ $_ := upper $s }}{{ end }}");
        all.put(
                "escapes control characters for ever",
                "{{ $s := repeat 10 \"\\x01\" }}{{ range 1000000 }}{{ $_ := js $s }}{{ end }}");
        all.put(
                "trims the highest character for ever",
                "{{ range 1000000 }}{{ $_ := trimAll \"\\U0010FFFF\" \"x\" }}{{ end }}");
        all.put(
                "sorts texts that are long and the same",
                text + "{{ $l := list $s }}" + doubled("l", 14) + "{{ sortAlpha $l }}");
        all.put(
                "compares lists of long texts",
                text + "{{ $l := list $s }}" + doubled("l", 14) + "{{ has (print $s) $l }}{{ range 1000000 }}"
                        + "{{ $_ := without $l (print $s \"\") }}{{ end }}");
        all.put(
                "sorts long keys for ever",
                text + "{{ $d := dict }}{{ range $i := 12 }}{{ $_ := set $d (print $s $i) 1 }}{{ end }}"
                        + "{{ range 1000000 }}{{ $_ := keys $d }}{{ end }}");
        all.put(
                "copies lists that are doubled",
                "{{ $l := list }}{{ range 40 }}{{ $l = list $l $l }}{{ end }}{{ deepCopy $l }}");
        all.put(
                "copies many small maps",
                "{{ $d := dict \"a\" 1 }}{{ $l := list $d }}" + doubled("l", 15)
                        + "{{ $a := list }}{{ range 100 }}{{ $a = append $a (deepCopy $l) }}{{ end }}");
        all.put("reads long YAML for ever", text + "{{ range 1000000 }}{{ $_ := fromYaml $s }}{{ end }}");
        all.put("asks for much randomness", "{{ range 1000000 }}{{ $_ := randAscii 1000000 }}{{ end }}");
        all.put(
                "reads deep JSON for ever",
                "{{ $s := print (repeat 9999 \"[\") (repeat 9999 \"]\") }}"
                        + "{{ range 1000000 }}{{ $_ := fromJson $s }}{{ end }}");
        all.put(
                "counts in a long version",
                "{{ $s := repeat 1000000 \"1\" }}{{ range 100000 }}{{ semver $s }}{{ end }}");
    }

    /** Work that takes long for what it gives. */
    private static void cryptography(Map<String, String> all) {
        String key = "{{ $k := genPrivateKey \"ecdsa\" }}";
        String certificate = key + "{{ $c := genCAWithKey \"c\" 1 $k }}";
        all.put(
                "hashes passwords of a long list",
                "{{ range until 200 }}{{ htpasswd \"a\" \"b\" \"bcrypt\" }}{{ end }}");
        all.put("makes large keys for ever", "{{ range 10000 }}{{ genPrivateKey \"rsa\" }}{{ end }}");
        all.put("makes parameters of DSA for ever", "{{ range 10000 }}{{ genPrivateKey \"dsa\" }}{{ end }}");
        all.put("makes keys on a curve for ever", "{{ range 1000000 }}{{ $_ := genPrivateKey \"ecdsa\" }}{{ end }}");
        all.put("makes authorities for ever", "{{ range 1000000 }}{{ $_ := genCA \"c\" 1 }}{{ end }}");
        all.put("signs for ever", key + "{{ range 1000000 }}{{ $_ := genCAWithKey \"c\" 1 $k }}{{ end }}");
        all.put(
                "writes PKCS#12 for ever",
                certificate + "{{ range 1000000 }}{{ $_ := pemToPkcs12 $c.Cert $k }}{{ end }}");
        all.put(
                "decrypts for ever",
                key + "{{ range 1000000 }}{{ $_ := rsaDecrypt \"RSA-OAEP\" \"SHA256\" \"x\" $k }}{{ end }}");
        for (String slow : new String[] {
            "camelcase",
            "snakecase",
            "swapcase",
            "title",
            "hexdec",
            "b32enc",
            "b64dec",
            "float64",
            "clean",
            "duration",
            "urlParse",
            "html",
            "js",
            "fromJson",
            "toJson",
            "quote",
            "trim",
            "sha256sum",
            "sha512sum",
            "adler32sum",
            "kebabcase",
            "regexQuoteMeta",
            "toRawJson",
            "toPrettyJson",
            "squote",
            "lower",
            "untitle",
            "initials",
            "nospace",
            "b32dec",
            "trimAll \"A\"",
            "splitList \"A\"",
            "replace \"A\" \"BB\"",
            "contains \"AAB\"",
            "regexReplaceAll \"A+B\" \"x\"",
            "now | date"
        }) {
            all.put(
                    slow + " of a long text",
                    "{{ $s := repeat 1000000 \"A\" }}{{ range 1000000 }}{{ $_ := " + slow + " $s }}{{ end }}");
        }
        for (String slow : new String[] {
            "keys $d",
            "values $d",
            "omit $d \"k1\"",
            "pick $d \"k1\" \"k2\"",
            "pluck \"k1\" $d $d $d",
            "merge (dict) $d",
            "mergeOverwrite (dict \"k1\" 2) $d",
            "deepCopy $d",
            "toJson $d",
            "toRawJson $d",
            "toYaml $d",
            "print $d",
            "eq (print $d) (print $d)"
        }) {
            all.put(
                    slow + " of 500 keys",
                    "{{ $d := dict }}{{ range $i := 500 }}{{ $_ := set $d (print \"k\" $i) (repeat 100 \"v\") }}{{ end }}"
                            + "{{ range 1000000 }}{{ $_ := " + slow + " }}{{ end }}");
        }
    }

    private static String doubled(String list, int times) {
        return "{{ range " + times + " }}{{ $" + list + " = concat $" + list + " $" + list + " }}{{ end }}";
    }

    /** Those that are large rather than costly: they may well be rendered. */
    static Set<String> mayEndWell() {
        return Set.of("declares ten thousand variables");
    }

    private static String declarations(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{{ $v").append(i).append(" := $ }}");
        }
        return text.toString();
    }

    /**
     * Prints a line for each: milliseconds the first and the second time, megabytes that it allocated, its name, how it ended.
     *
     * <p>The second time shows what a template costs an operator that has been running for a while.
     */
    public static void main(String[] arguments) {
        TemplateEngine.standard().render("{{ printf \"%d\" 1 }}", Map.of());
        Map<String, Long> first = new LinkedHashMap<>();
        all().forEach((name, template) -> first.put(name, rendered(template).millis));
        all().forEach((name, template) -> {
            Rendering second = rendered(template);
            System.out.println(
                    first.get(name) + "\t" + second.millis + "\t" + second.megabytes + "\t" + name + "\t" + second.end);
        });
    }

    private static Rendering rendered(String template) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        String end = "rendered";
        try {
            TemplateEngine.standard().parse("k", template).execute(Map.of());
        } catch (TemplateException e) {
            end = "refused " + e.reason();
        }
        return new Rendering(
                (System.nanoTime() - start) / 1_000_000,
                threads.getCurrentThreadAllocatedBytes() - allocated >> 20,
                end);
    }

    private record Rendering(long millis, long megabytes, String end) {}
}
