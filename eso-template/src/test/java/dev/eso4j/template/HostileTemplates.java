package dev.eso4j.template;

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
        return all;
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

    public static void main(String[] arguments) {
        TemplateEngine.standard().render("{{ printf \"%d\" 1 }}", Map.of());
        all().forEach((name, template) -> {
            long start = System.nanoTime();
            String end = "rendered";
            try {
                TemplateEngine.standard().parse("k", template).execute(Map.of());
            } catch (TemplateException e) {
                end = "refused " + e.reason();
            }
            System.out.println((System.nanoTime() - start) / 1_000_000 + "\t" + name + "\t" + end);
        });
    }
}
