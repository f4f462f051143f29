package io.github.tlsleak.apps.heap;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Values of each kind, to be read again from a dump. */
public final class Samples extends Base {

    static final Samples ONE = new Samples();
    static final long NUMBER = 1L << 40;

    final boolean yes = true;
    final byte small = -3;
    final char letter = 'x';
    final short twoBytes = -300;
    final int four = 70_000;
    final long eight = -(1L << 50);
    final double fraction = 0.5;
    final String text = "caf\u00e9 \u4e2d";
    final byte[] bytes = {1, 2, 3};
    final int[] ints = {5, -6};
    final Object[] mixed = {"a", null, this};
    final Object nothing = null;
    final WeakReference<Object> weak = new WeakReference<>(mixed);
    final Map<String, Map<String, String>> maps = new HashMap<>();
    final Map<String, Collection<String>> collections = new HashMap<>();

    private Samples() {
        maps.put("HashMap", filled(new HashMap<>()));
        maps.put("LinkedHashMap", filled(new LinkedHashMap<>()));
        maps.put("ConcurrentHashMap", filled(new ConcurrentHashMap<>()));
        Collection<String> words = Arrays.asList("one", "two", "three");
        collections.put("ArrayList", new ArrayList<>(words));
        collections.put("LinkedList", new LinkedList<>(words));
        collections.put("ArrayDeque", new ArrayDeque<>(words));
        collections.put("HashSet", new HashSet<>(words));
        collections.put("ConcurrentLinkedQueue", new ConcurrentLinkedQueue<>(words));
        collections.put("CopyOnWriteArrayList", new CopyOnWriteArrayList<>(words));
    }

    private static Map<String, String> filled(Map<String, String> map) {
        for (int i = 0; i < 100; i++) {
            map.put("key" + i, "value" + i);
        }
        return map;
    }

    public static void main(String[] args) throws Exception {
        HeapDumper.live(args[0]);
    }
}

/** A superclass with a field of the same name. */
class Base {
    final int four = 4;
    final String below = "below";
}
