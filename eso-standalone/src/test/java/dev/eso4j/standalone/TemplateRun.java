package dev.eso4j.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code eso template} on texts, by files in a directory. */
record TemplateRun(Path dir) {
    String file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text).toString();
    }

    Console template(String text, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("template", file("app.yaml", text)));
        all.addAll(List.of(args));
        return Console.run(all.toArray(new String[0]));
    }
}
