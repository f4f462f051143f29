package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a wrapper of an unknown provider wraps: the one socket or engine that a field of it
 * holds. Used by one thread.
 */
final class WrapperFields {

    private final TlsObjects tls;
    private final HeapDump dump;

    WrapperFields(TlsObjects tls) {
        this.tls = tls;
        this.dump = tls.dump();
    }

    /**
     * What an object wraps.
     *
     * @param kind the wrapper's. A socket may wrap an engine; an engine or a server socket wraps
     *     its like
     * @return null if none of its fields holds such an object, or if they hold several
     */
    @Nullable DumpedObject wrapped(DumpedObject wrapper, TlsKind kind) {
        Set<DumpedObject> found = new HashSet<>();
        dump.held(
                wrapper.index(),
                held -> {
                    if (!held.equals(wrapper) && canWrap(kind, tls.kind(held.type()))) {
                        found.add(held);
                    }
                });
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static boolean canWrap(TlsKind kind, @Nullable TlsKind inner) {
        return inner == kind || kind == TlsKind.SOCKET && inner == TlsKind.ENGINE;
    }
}
