package io.github.tlsleak.cli.heap.path;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows the inside of the JDK's collections: tables, arrays and nodes, which say nothing about who
 * holds an element. Stateless, thread-safe.
 */
final class CollectionFolding {

    private static final String PACKAGE = "java.util.";

    /** Fields of nodes that hold what a program put into the collection. */
    private static final Set<String> OF_ELEMENTS =
            new HashSet<>(Arrays.asList("key", "value", "val", "item", "element", "e"));

    private CollectionFolding() {}

    /** Whether a class is a collection of the JDK, or an atomic reference or an optional. */
    static boolean isCollection(String className) {
        return className.startsWith(PACKAGE) && !isInside(className) && !isCode(className);
    }

    /** Whether a class is a node or another part of a collection, or an array. */
    static boolean isInside(String className) {
        return className.endsWith("[]")
                || className.startsWith(PACKAGE)
                        && className.indexOf('$') > 0
                        && !isWrapper(className);
    }

    /** Collections and Arrays have nested classes that are collections themselves. */
    private static boolean isWrapper(String className) {
        return className.startsWith("java.util.Collections$")
                || className.startsWith("java.util.Arrays$")
                || className.startsWith("java.util.ImmutableCollections$");
    }

    /** Classes of the package that hold code to run, which is no element. */
    private static boolean isCode(String className) {
        return className.contains("Task")
                || className.contains("Executor")
                || className.contains("Future")
                || className.contains("Timer")
                || className.contains("Thread");
    }

    /** Whether a field of a part of a collection holds an element of it. */
    static boolean isElementField(String holder, String field) {
        return holder.indexOf('$') > 0 && !isWrapper(holder) && OF_ELEMENTS.contains(field);
    }
}
