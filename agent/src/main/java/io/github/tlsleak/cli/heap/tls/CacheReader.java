package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the caches of TLS sessions in a dump, and what is in them. Used by one thread. */
public final class CacheReader {

    private final TlsObjects tls;
    private final FieldTable table;
    private final List<DumpedObject> caches = new ArrayList<>();
    private final Map<DumpedObject, CacheOwner> owners = new HashMap<>();

    /**
     * @param tls those of the dump
     */
    public CacheReader(TlsObjects tls) {
        this.tls = tls;
        this.table = tls.table();
    }

    /** All caches of all contexts, empty ones among them. Reads the dump's index once. */
    public List<DumpedCache> caches() {
        caches.clear();
        owners.clear();
        tls.dump().instances(this::isRead, this::note);
        List<DumpedCache> all = new ArrayList<>(caches.size());
        for (DumpedObject cache : caches) {
            all.add(read(cache));
        }
        return all;
    }

    private boolean isRead(DumpedClass type) {
        return tls.isContext(type)
                && (isCache(type)
                        || table.hasRules(type, FieldKind.CLIENT)
                        || table.hasRules(type, FieldKind.SERVER));
    }

    /** Whether instances are caches of TLS sessions. */
    public boolean isCache(DumpedClass type) {
        return tls.isContext(type) && table.hasRules(type, FieldKind.MAP);
    }

    private void note(DumpedObject object) {
        if (isCache(object.type())) {
            caches.add(object);
            return;
        }
        FieldReading context = FieldReading.of(table, object);
        note(context, FieldKind.CLIENT, "client");
        note(context, FieldKind.SERVER, "server");
    }

    private void note(FieldReading context, FieldKind kind, String role) {
        DumpedObject cache = context.valueIfAny(kind).object();
        if (cache != null) {
            owners.putIfAbsent(cache, new CacheOwner(context.object(), role));
        }
    }

    private DumpedCache read(DumpedObject cache) {
        FieldReading reading = FieldReading.of(table, cache);
        CacheLimits limits = CacheLimits.of(reading);
        CacheOwner owner = owners.get(cache);
        CachedSessions sessions =
                new CachedSessions(
                        table,
                        tls.dump().timeMillis(),
                        limits.timeoutSeconds,
                        owner != null && owner.role.equals("server"));
        @Nullable DumpedObject map = reading.valueIfAny(FieldKind.MAP).object();
        return new DumpedCache(
                cache,
                owner,
                table.provider(cache.type()),
                limits,
                map == null ? sessions : sessions.count(map));
    }
}
