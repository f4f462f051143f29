package io.github.tlsleak.agent.instrument.access;

import io.github.tlsleak.agent.provider.SessionCache;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads session caches out of private fields of the contexts of SunJSSE, Conscrypt and Bouncy
 * Castle. Of maps it takes the size alone, which needs no lock. Thread-safe.
 */
public final class CacheFields implements SessionCache.Reader {

    /** Where each provider has its caches. */
    private static final Provider[] PROVIDERS = {
        new Provider(
                "sun.security.ssl.",
                new String[] {"clientCache", "serverCache"},
                new String[] {"sessionCache.cacheMap", "sessionHostPortCache.cacheMap"},
                "cacheLimit",
                "timeout"),
        new Provider(
                "org.conscrypt.",
                new String[] {"clientSessionContext", "serverSessionContext"},
                new String[] {"sessions", "sessionsByHostAndPort"},
                "maximumSize",
                "timeout"),
        new Provider(
                "org.bouncycastle.jsse.",
                new String[] {
                    "contextData.clientSessionContext", "contextData.serverSessionContext"
                },
                new String[] {"sessionsByID", "sessionsByPeer"},
                "sessionCacheSize",
                "sessionTimeoutSeconds"),
    };

    private final SunFields fields = new SunFields("");
    private final boolean readable;

    /**
     * Gets access to the packages of SunJSSE.
     *
     * @param instrumentation the JVM's
     */
    public CacheFields(Instrumentation instrumentation) {
        readable =
                SunState.open(instrumentation, "sun.security.ssl")
                        && SunState.open(instrumentation, "sun.security.util");
    }

    @Override
    public List<SessionCache> caches(Object spi) {
        Provider provider = provider(spi);
        if (provider == null) {
            return Collections.emptyList();
        }
        List<SessionCache> caches = new ArrayList<>(provider.caches.length);
        for (String path : provider.caches) {
            Object cache = value(spi, path);
            int size = cache == null ? 0 : size(cache, provider);
            if (cache != null && size > 0) {
                int limit = number(cache, provider.limit);
                caches.add(new SessionCache(size, limit, number(cache, provider.timeout)));
            }
        }
        return caches;
    }

    private @Nullable Provider provider(Object spi) {
        for (Provider provider : PROVIDERS) {
            if (readable && spi.getClass().getName().startsWith(provider.prefix)) {
                return provider;
            }
        }
        return null;
    }

    /** That of the larger map: the same sessions are in each, by another key. */
    private int size(Object cache, Provider provider) {
        int size = 0;
        for (String path : provider.maps) {
            Object map = value(cache, path);
            // a map of another class might be the application's, or take a lock
            if (map != null && isPlain(map.getClass())) {
                size = Math.max(size, ((Map<?, ?>) map).size());
            }
        }
        return size;
    }

    /** Also the classes that Conscrypt and Bouncy Castle make of a {@code LinkedHashMap}. */
    private static boolean isPlain(Class<?> type) {
        return type == HashMap.class
                || type == LinkedHashMap.class
                || type.getSuperclass() == LinkedHashMap.class;
    }

    private int number(Object cache, String name) {
        Object number = value(cache, name);
        return number instanceof Integer ? Math.max(0, (Integer) number) : 0;
    }

    /** What a chain of fields leads to; null if one of them is not there. */
    private @Nullable Object value(Object from, String path) {
        Object value = from;
        for (String name : path.split("\\.", -1)) {
            value = value == null ? null : field(value, name);
        }
        return value;
    }

    private @Nullable Object field(Object object, String name) {
        try {
            Class<?> type = object.getClass();
            // a field that is kept would keep the application's loader
            SunFields finder = type.getClassLoader() == null ? fields : new SunFields("");
            Field field = finder.of(type, name);
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException | RuntimeException e) {
            // a module of another provider may be closed
            return null;
        }
    }

    /** One provider's classes and fields. Immutable. */
    private static final class Provider {
        private final String prefix;
        private final String[] caches;
        private final String[] maps;
        private final String limit;
        private final String timeout;

        private Provider(
                String prefix, String[] caches, String[] maps, String limit, String timeout) {
            this.prefix = prefix;
            this.caches = caches;
            this.maps = maps;
            this.limit = limit;
            this.timeout = timeout;
        }
    }
}
