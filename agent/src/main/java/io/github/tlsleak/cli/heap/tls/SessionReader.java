package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the fields of a socket, engine or server socket tell, by the lines of the table for
 * its class. Used by one thread.
 */
public final class SessionReader {

    /** Wrappers around wrappers; a circle of them ends here. */
    private static final int MOST_WRAPPERS = 8;

    private final TlsObjects tls;
    private final WrapperFields wrappers;

    /**
     * @param tls those of the dump that the objects are of
     */
    public SessionReader(TlsObjects tls) {
        this.tls = tls;
        this.wrappers = new WrapperFields(tls);
    }

    /**
     * Reads one object.
     *
     * @param object a socket, engine or server socket, as {@link TlsObjects#kind} tells
     * @throws IllegalArgumentException if it is none
     */
    public DumpedSession read(DumpedObject object) {
        return read(object, 0);
    }

    private DumpedSession read(DumpedObject object, int depth) {
        TlsKind kind = tls.kind(object.type());
        if (kind == null) {
            throw new IllegalArgumentException(object + " is no socket or engine");
        }
        FieldReading reading = FieldReading.of(tls.table(), object);
        String provider = tls.table().provider(object.type());
        KnownState state = KnownState.of(reading, provider);
        SessionDetails details = SessionDetails.of(reading);
        DumpedObject delegate = depth == MOST_WRAPPERS ? null : delegate(reading, kind, provider);
        if (delegate == null) {
            return new DumpedSession(object, kind, state, provider, null, details);
        }
        DumpedSession inner = read(delegate, depth + 1);
        return new DumpedSession(
                object,
                kind,
                state.isKnown() ? state : inner.known(),
                inner.provider() == null ? provider : inner.provider(),
                delegate,
                details.or(inner.details()));
    }

    /** The socket or engine that an object leaves its work to; null if there is none. */
    private @Nullable DumpedObject delegate(
            FieldReading reading, TlsKind kind, @Nullable String provider) {
        DumpedObject delegate =
                provider == null
                        ? wrappers.wrapped(reading.object(), kind)
                        : reading.valueIfAny(FieldKind.DELEGATE).object();
        return delegate != null && tls.kind(delegate.type()) != null ? delegate : null;
    }
}
