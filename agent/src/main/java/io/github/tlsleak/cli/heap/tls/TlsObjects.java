package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its class alone whether an object of a dump is TLS. A class is looked at once. Used by
 * one thread.
 */
public final class TlsObjects {

    private static final String[] CONTEXTS = {
        "javax.net.ssl.SSLContext", "javax.net.ssl.SSLContextSpi"
    };

    private final HeapDump dump;
    private final FieldTable table = FieldTable.load();
    private final Map<DumpedClass, Answer> known = new HashMap<>();

    private TlsObjects(HeapDump dump) {
        this.dump = dump;
    }

    /** Those in a dump. */
    public static TlsObjects in(HeapDump dump) {
        return new TlsObjects(dump);
    }

    /** Whether instances are sockets or engines. */
    public boolean isSession(DumpedClass type) {
        TlsKind kind = kind(type);
        return kind == TlsKind.SOCKET || kind == TlsKind.ENGINE;
    }

    public boolean isServerSocket(DumpedClass type) {
        return kind(type) == TlsKind.SERVER_SOCKET;
    }

    /** Whether instances are contexts, implementations of contexts, or their session contexts. */
    public boolean isContext(DumpedClass type) {
        return answer(type).context;
    }

    /** Whether instances are what was negotiated: implementations of {@code SSLSession}. */
    public boolean isTlsSession(DumpedClass type) {
        return answer(type).session;
    }

    /** Socket, engine or server socket; null for other classes. */
    public @Nullable TlsKind kind(DumpedClass type) {
        return answer(type).kind;
    }

    HeapDump dump() {
        return dump;
    }

    FieldTable table() {
        return table;
    }

    private Answer answer(DumpedClass type) {
        Answer answer = known.get(type);
        if (answer == null) {
            answer = new Answer(type, table);
            known.put(type, answer);
        }
        return answer;
    }

    /** What is known of one class. Immutable. */
    private static final class Answer {
        private final @Nullable TlsKind kind;
        private final boolean context;
        private final boolean session;

        private Answer(DumpedClass type, FieldTable table) {
            kind = kindOf(type);
            context = isJsseContext(type) || table.isMarked(type, FieldKind.CONTEXT);
            session = table.isMarked(type, FieldKind.SESSION);
        }

        private static @Nullable TlsKind kindOf(DumpedClass type) {
            for (TlsKind kind : TlsKind.values()) {
                if (type.isA(kind.className())) {
                    return kind;
                }
            }
            return null;
        }

        private static boolean isJsseContext(DumpedClass type) {
            for (String name : CONTEXTS) {
                if (type.isA(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
