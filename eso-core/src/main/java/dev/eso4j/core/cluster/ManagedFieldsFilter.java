package dev.eso4j.core.cluster;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of JSON from which the entries of {@code managedFields} are left out before anybody parses them: the list that
 * is the member of an object {@code metadata} becomes an empty one, everything else stays as it is, byte for byte.
 *
 * <p>They are often more than half of an answer, and their member names differ from object to object, which fills the
 * tables of a parser. Not thread-safe. Does not check that its input is JSON; whoever parses what is left does.
 */
final class ManagedFieldsFilter extends InputStream {
    private static final byte[] LIST = {'m', 'a', 'n', 'a', 'g', 'e', 'd', 'F', 'i', 'e', 'l', 'd', 's'};
    private static final byte[] PARENT = {'m', 'e', 't', 'a', 'd', 'a', 't', 'a'};
    /** Deeper than any API server answers; below, nothing is left out. */
    private static final int DEEPEST = 64;

    private final InputStream source;
    private final byte[] in = new byte[8192];
    private int at;
    private int end;

    private boolean inString;
    private boolean escaped;
    /** While entries are left out: how many brackets and braces are open, the list's own included. */
    private int skipping;

    private int depth;
    /** One bit for each open level: whether it is an object that is the member {@code metadata} of its parent. */
    private long metadata;
    /** The string that ended last, as far as it may be one of the two names: its length, and whether it still fits. */
    private int length;

    private boolean mayBeList;
    private boolean mayBeParent;

    ManagedFieldsFilter(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int size) throws IOException {
        if (size == 0) {
            return 0;
        }
        int written = 0;
        // Only as long as there is nothing to hand over: a watch must not wait for more than has come.
        while (written == 0) {
            if (at == end) {
                at = 0;
                end = Math.max(0, source.read(in, 0, in.length));
                if (end == 0) {
                    return -1;
                }
            }
            written = filter(out, offset, size);
        }
        return written;
    }

    private int filter(byte[] out, int offset, int size) {
        int to = offset;
        int limit = offset + size;
        while (at < end && to < limit) {
            if (inString && !escaped && !mayBeList && !mayBeParent) {
                int from = at;
                at = endOfRun(skipping > 0 ? end : Math.min(end, at + limit - to));
                if (skipping == 0) {
                    System.arraycopy(in, from, out, to, at - from);
                    to += at - from;
                }
                if (at == end || to == limit) {
                    break;
                }
            }
            byte b = in[at++];
            if (skipping > 0) {
                skip(b);
                if (skipping > 0) {
                    continue;
                }
            } else if (inString) {
                string(b);
            } else {
                structure(b);
            }
            out[to++] = b;
        }
        return to - offset;
    }

    /** Within a string only its end and what is escaped matter, and most of an answer is strings. */
    private int endOfRun(int limit) {
        int i = at;
        while (i < limit && in[i] != '"' && in[i] != '\\') {
            i++;
        }
        return i;
    }

    private void skip(byte b) {
        if (inString) {
            if (escaped) {
                escaped = false;
            } else if (b == '\\') {
                escaped = true;
            } else if (b == '"') {
                inString = false;
            }
        } else if (b == '"') {
            inString = true;
            forget();
        } else if (b == '[' || b == '{') {
            skipping++;
        } else if (b == ']' || b == '}') {
            skipping--;
        }
    }

    private void string(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '"') {
            inString = false;
            mayBeList &= length == LIST.length;
            mayBeParent &= length == PARENT.length;
            return;
        } else if (b == '\\') {
            escaped = true;
            mayBeList = false;
            mayBeParent = false;
        }
        if (mayBeList) {
            mayBeList = length < LIST.length && LIST[length] == b;
        }
        if (mayBeParent) {
            mayBeParent = length < PARENT.length && PARENT[length] == b;
        }
        length++;
    }

    private void structure(byte b) {
        switch (b) {
            case '"' -> {
                inString = true;
                mayBeList = true;
                mayBeParent = true;
                length = 0;
            }
            case '{' -> open(mayBeParent);
            case '[' -> {
                if (mayBeList && depth > 0 && depth <= DEEPEST && (metadata >>> (depth - 1) & 1) == 1) {
                    skipping = 1;
                    forget();
                } else {
                    open(false);
                }
            }
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                forget();
            }
            case ',' -> forget();
            default -> {
                // A colon and white space stand between a name and its value; literals are followed by one of the
                // above.
            }
        }
    }

    private void open(boolean isMetadata) {
        if (depth < DEEPEST) {
            long bit = 1L << depth;
            metadata = isMetadata ? metadata | bit : metadata & ~bit;
        }
        depth++;
        forget();
    }

    /** What comes next is no value of one of the two members, unless its name comes first. */
    private void forget() {
        mayBeList = false;
        mayBeParent = false;
    }

    @Override
    public int available() throws IOException {
        return end - at + source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
