package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.path.LoaderHolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class loaders at which the paths of one group begin: one static field has a value for each
 * loader of its class. Used by one thread.
 */
final class GroupLoaders {

    private final Map<DumpedObject, Long> objects = new LinkedHashMap<>();
    private List<HeldLoader> held = Collections.emptyList();

    void add(@Nullable DumpedObject loader) {
        if (loader != null) {
            objects.merge(loader, 1L, Long::sum);
        }
    }

    Set<DumpedObject> all() {
        return objects.keySet();
    }

    /** Takes in who holds them, and lets go of the dump. */
    void resolve(Map<DumpedObject, LoaderHolder> holders) {
        Map<Object, HeldLoader> byPath = new LinkedHashMap<>();
        objects.forEach(
                (loader, count) -> {
                    LoaderHolder holder = Objects.requireNonNull(holders.get(loader));
                    Object key = Arrays.asList(holder.loader(), holder.holding(), holder.path());
                    byPath.computeIfAbsent(key, any -> new HeldLoader(holder)).add(count);
                });
        objects.clear();
        held = new ArrayList<>(byPath.values());
        held.sort(Comparator.comparingLong(HeldLoader::objects).reversed());
    }

    /** Those through which most objects are held come first. */
    List<HeldLoader> held() {
        return held;
    }
}
