package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JDK's own collections in a dump, of Java 8 and later. Stateless. */
public final class DumpedCollections {

    /** A broken chain of nodes may have a circle. */
    private static final int MOST = 10_000_000;

    private DumpedCollections() {}

    /** A key with its value in a map of the dump. Immutable. */
    public static final class Entry {

        private final @Nullable DumpedObject key;
        private final @Nullable DumpedObject value;

        Entry(@Nullable DumpedObject key, @Nullable DumpedObject value) {
            this.key = key;
            this.value = value;
        }

        public @Nullable DumpedObject key() {
            return key;
        }

        public @Nullable DumpedObject value() {
            return value;
        }
    }

    /**
     * The entries of a {@code HashMap}, {@code ConcurrentHashMap}, {@code Hashtable} or {@code
     * LinkedHashMap}, the last in its order; nothing for other objects.
     */
    public static List<Entry> entries(DumpedObject map) {
        List<Entry> all = new ArrayList<>();
        if (map.isA("java.util.LinkedHashMap")) {
            chain(map.object("head"), "after", all);
            return all;
        }
        bins(map.object("table"), all);
        // a concurrent map that grows: what has moved is in the new table alone
        bins(map.object("nextTable"), all);
        return all;
    }

    private static void bins(@Nullable DumpedObject table, List<Entry> to) {
        if (table != null) {
            for (DumpedObject first : table.elements()) {
                bin(first, to);
            }
        }
    }

    /** A bin of a concurrent map may be a tree, whose nodes are chained as well, or have moved. */
    private static void bin(@Nullable DumpedObject first, List<Entry> to) {
        if (first != null && first.hasField("first")) {
            chain(first.object("first"), "next", to);
        } else if (first != null && !first.hasField("nextTable")) {
            chain(first, "next", to);
        }
    }

    private static void chain(@Nullable DumpedObject first, String next, List<Entry> to) {
        DumpedObject node = first;
        while (node != null && to.size() < MOST) {
            String value = node.hasField("value") ? "value" : "val";
            to.add(new Entry(node.object("key"), node.object(value)));
            node = node.object(next);
        }
    }

    /**
     * The elements of a list, queue or set of the JDK that keeps them in an array, in linked nodes
     * or in a map; nothing for other objects. Never null elements.
     */
    public static List<DumpedObject> values(DumpedObject collection) {
        List<DumpedObject> all = new ArrayList<>();
        for (String field : new String[] {"elementData", "elements", "queue", "array", "items"}) {
            DumpedObject array = collection.object(field);
            if (array != null) {
                for (DumpedObject element : array.elements()) {
                    add(element, all);
                }
                return all;
            }
        }
        DumpedObject map = collection.object("map");
        if (map != null) {
            for (Entry entry : entries(map)) {
                add(entry.key(), all);
            }
            return all;
        }
        DumpedObject node = collection.object(collection.hasField("head") ? "head" : "first");
        for (int i = 0; node != null && i < MOST; i++) {
            add(node.object("item"), all);
            node = node.object("next");
        }
        return all;
    }

    private static void add(@Nullable DumpedObject element, List<DumpedObject> to) {
        if (element != null) {
            to.add(element);
        }
    }
}
