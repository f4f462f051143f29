package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.heap.path.PathTarget;
import io.github.tlsleak.cli.heap.path.Paths;
import io.github.tlsleak.cli.heap.tls.CacheReader;
import io.github.tlsleak.cli.heap.tls.DumpedCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups the contexts of a dump by who holds them. Used by one thread. */
final class Contexts {

    private static final Comparator<ContextGroup> LARGEST_FIRST =
            Comparator.comparing(ContextGroup::holding)
                    .thenComparing(Comparator.comparingLong(ContextGroup::bytes).reversed())
                    .thenComparing(Comparator.comparingLong(ContextGroup::contexts).reversed());

    private final Paths paths;
    private final Map<Object, ContextGroup> groups = new LinkedHashMap<>();

    /** A context has two caches, and is one context. */
    private final Set<DumpedObject> counted = new HashSet<>();

    private Contexts(Paths paths) {
        this.paths = paths;
    }

    /**
     * Reads the caches, and groups the contexts that they belong to.
     *
     * @param walked all caches, as a walk has found them
     */
    static List<ContextGroup> of(CacheReader reader, List<PathTarget> walked, Paths paths) {
        if (walked.isEmpty()) {
            return new ArrayList<>();
        }
        Map<Integer, PathTarget> found = new HashMap<>();
        walked.forEach(cache -> found.put(cache.object().index(), cache));
        Contexts contexts = new Contexts(paths);
        for (DumpedCache cache : reader.caches()) {
            PathTarget here = found.get(cache.object().index());
            if (here != null) {
                contexts.add(cache, here);
            }
        }
        List<ContextGroup> sorted = new ArrayList<>(contexts.groups.values());
        sorted.sort(LARGEST_FIRST);
        return sorted;
    }

    private void add(DumpedCache cache, PathTarget found) {
        DumpedObject owner = cache.owner() == null ? cache.object() : cache.owner();
        PathStep path = paths.to(owner);
        String type = owner.type().name();
        String provider = cache.provider() == null ? "unknown provider" : cache.provider();
        ContextGroup group =
                groups.computeIfAbsent(
                        Arrays.asList(path, found.holding(), type),
                        any -> new ContextGroup(path, found.holding(), type, provider));
        if (counted.add(owner)) {
            group.addContext();
        }
        String role = cache.role() == null ? "unknown side" : cache.role();
        group.cache(role).add(cache, found.heldBytes());
    }
}
