package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.path.Holding;
import io.github.tlsleak.cli.heap.path.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Contexts of one class that are held by the same path, and their session caches. Filled by {@link
 * Contexts}; used by one thread.
 */
public final class ContextGroup {

    private final PathStep path;
    private final Holding holding;
    private final String className;
    private final String provider;

    /** By their side: client before server. */
    private final Map<String, CacheSum> caches = new TreeMap<>();

    private long contexts;

    ContextGroup(PathStep path, Holding holding, String className, String provider) {
        this.path = path;
        this.holding = holding;
        this.className = className;
        this.provider = provider;
    }

    void addContext() {
        contexts++;
    }

    CacheSum cache(String role) {
        return caches.computeIfAbsent(role, CacheSum::new);
    }

    /** The path that holds them; without a step if nothing does. */
    public PathStep path() {
        return path;
    }

    public Holding holding() {
        return holding;
    }

    /** In full: of the contexts, or of their caches where no context is in the dump. */
    public String className() {
        return className;
    }

    /** Such as {@code SunJSSE}, or {@code unknown provider}. */
    public String provider() {
        return provider;
    }

    public long contexts() {
        return contexts;
    }

    /** Sums of the caches of clients and of servers. */
    public List<CacheSum> caches() {
        return new ArrayList<>(caches.values());
    }

    /** TLS sessions in all caches. */
    public long sessions() {
        return sum(CacheSum::sessions);
    }

    public long expired() {
        return sum(CacheSum::expired);
    }

    /** Bytes of the caches and of what only they hold. */
    public long bytes() {
        return sum(CacheSum::bytes);
    }

    private long sum(ToLongFunction<CacheSum> of) {
        return caches.values().stream().mapToLong(of).sum();
    }
}
