package dev.eso4j.template.functions.paths;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Parts of paths; nothing looks at a file system. The {@code os} forms are those of Linux, and so the same. */
public final class PathFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("base", "osBase", "dir", "osDir", "clean", "osClean", "ext", "osExt", "isAbs", "osIsAbs");
    }

    @Override
    public void define(Definitions into) {
        into.function("base", STRING).alias("osBase").slow().as(call -> base(call.string(0)));
        into.function("dir", STRING).alias("osDir").slow().as(call -> {
            String path = call.string(0);
            return clean(path.substring(0, path.lastIndexOf('/') + 1));
        });
        into.function("clean", STRING).alias("osClean").slow().as(call -> clean(call.string(0)));
        into.function("ext", STRING).alias("osExt").slow().as(call -> {
            String path = call.string(0);
            int point = path.lastIndexOf('.');
            return point > path.lastIndexOf('/') ? path.substring(point) : "";
        });
        into.function("isAbs", STRING)
                .alias("osIsAbs")
                .slow()
                .as(call -> call.string(0).startsWith("/"));
    }

    private static String base(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        if (end == 0) {
            return path.isEmpty() ? "." : "/";
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String clean(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                String last = kept.peekLast();
                if (last != null && !last.equals("..")) {
                    kept.removeLast();
                } else if (!absolute) {
                    kept.addLast(part);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.addLast(part);
            }
        }
        String cleaned = (absolute ? "/" : "") + String.join("/", kept);
        return cleaned.isEmpty() ? "." : cleaned;
    }
}
