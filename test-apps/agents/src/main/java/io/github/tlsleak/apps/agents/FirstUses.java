package io.github.tlsleak.apps.agents;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An agent that is the first in its JVM to use much of the JDK. If the agent before it has changed
 * a class that is loaded now, the change shows at once: an exception here ends the JVM. Called
 * once, at start.
 */
public final class FirstUses {
    private FirstUses() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        List<String> words = Arrays.asList("first", "uses");
        List<String> all = new ArrayList<>(words);
        all.addAll(Collections.nCopies(2, "more"));
        all.addAll(Collections.unmodifiableList(new CopyOnWriteArrayList<>(words)));
        Map<String, Integer> lengths = new TreeMap<>(new LinkedHashMap<>());
        all.forEach(word -> lengths.merge(word, word.length(), Integer::sum));
        lengths.putAll(new ConcurrentSkipListMap<>(lengths));
        AtomicReferenceArray<Object> array = new AtomicReferenceArray<>(all.toArray());
        Optional<String> uses =
                Stream.of(Pattern.compile("[, ]+").split(String.format("%s, %s", words, array)))
                        .filter(word -> word.startsWith("uses"))
                        .findFirst();
        Collections.newSetFromMap(new IdentityHashMap<>()).add(uses);
        System.out.println("first uses " + lengths + uses.isPresent());
    }
}
