package io.github.tlsleak.cli.heap.tls;

/** How many TLS sessions a cache keeps, and for how long. Immutable. */
final class CacheLimits {

    final int limit;
    final int timeoutSeconds;

    private CacheLimits(int limit, int timeoutSeconds) {
        this.limit = limit;
        this.timeoutSeconds = timeoutSeconds;
    }

    static CacheLimits of(FieldReading cache) {
        return new CacheLimits(number(cache, FieldKind.LIMIT), number(cache, FieldKind.TIMEOUT));
    }

    private static int number(FieldReading cache, FieldKind kind) {
        Long number = cache.valueIfAny(kind).number();
        return number == null ? DumpedCache.UNKNOWN : (int) Math.min(number, Integer.MAX_VALUE);
    }
}
