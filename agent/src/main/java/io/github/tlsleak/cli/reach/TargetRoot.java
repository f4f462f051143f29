package io.github.tlsleak.cli.reach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The root directory of a JVM in another container, as this process reaches it. Immutable.
 *
 * <p>The kernel would follow a link such as {@code /tmp -> /var/tmp} to a directory of this
 * process. So links are followed here, one by one.
 */
public final class TargetRoot {

    private static final int MAX_LINKS = 40;

    private final Path root;

    /**
     * @param root such as {@code /proc/4711/root}
     */
    public TargetRoot(Path root) {
        this.root = root;
    }

    /**
     * The path that leads from here to a file of the JVM.
     *
     * @param name an absolute path, as the JVM sees it; the file need not exist
     * @throws IOException if there are too many links
     */
    public Path outer(String name) throws IOException {
        Path at = root;
        Deque<String> todo = new ArrayDeque<>(parts(name));
        for (int links = 0; !todo.isEmpty(); ) {
            String part = todo.pop();
            if (part.equals("..")) {
                at = at.equals(root) ? root : parent(at);
            } else if (!part.isEmpty() && !part.equals(".")) {
                Path next = at.resolve(part);
                if (!Files.isSymbolicLink(next)) {
                    at = next;
                    continue;
                }
                if (++links > MAX_LINKS) {
                    throw new IOException("too many links in " + name);
                }
                String to = Files.readSymbolicLink(next).toString();
                at = to.startsWith("/") ? root : at;
                push(parts(to), todo);
            }
        }
        return at;
    }

    private Path parent(Path at) {
        Path parent = at.getParent();
        return parent == null ? root : parent;
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split("/"));
    }

    private static void push(List<String> parts, Deque<String> todo) {
        Iterator<String> last = new ArrayDeque<>(parts).descendingIterator();
        while (last.hasNext()) {
            todo.push(last.next());
        }
    }

    /** The name that the JVM has for a file below its root. */
    public String inner(Path outer) {
        return "/" + root.relativize(outer);
    }
}
