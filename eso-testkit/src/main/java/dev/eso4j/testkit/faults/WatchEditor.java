package dev.eso4j.testkit.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Changes what one watch tells, line by line; each line is an event in JSON. */
@FunctionalInterface
interface WatchEditor {
    /** To whom the lines go. */
    interface Out {
        void send(String line) throws IOException;
    }

    /** Passes on what becomes of a line; returns whether the watch goes on. */
    boolean line(String line, Out out) throws IOException;

    private static boolean bookmark(String line) {
        return line.startsWith("{\"type\":\"BOOKMARK\"");
    }

    static WatchEditor silent(int events) {
        int[] left = {events};
        return (line, out) -> {
            if (left[0]-- > 0) {
                out.send(line);
            }
            return true;
        };
    }

    static WatchEditor withoutBookmarks() {
        return (line, out) -> {
            if (!bookmark(line)) {
                out.send(line);
            }
            return true;
        };
    }

    static WatchEditor replay() {
        List<String> told = new ArrayList<>();
        return (line, out) -> {
            told.add(line);
            for (String again : List.copyOf(told)) {
                out.send(again);
            }
            out.send(line);
            return true;
        };
    }

    static WatchEditor gone(int events) {
        int[] left = {events};
        return (line, out) -> {
            if (left[0]-- > 0) {
                out.send(line);
                return true;
            }
            out.send("{\"type\":\"ERROR\",\"object\":" + HttpAnswer.status(410, "Expired") + "}");
            return false;
        };
    }
}
