package io.github.tlsleak.agent.track;

import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * The record of a transport that does no TLS itself: the plain socket below a layered session, or
 * the channel of an engine. Thread-safe.
 */
final class TransportRecord extends Tracked {

    /** The session that works over it; only its record, so that its object can be collected. */
    volatile @Nullable Session carries;

    TransportRecord(
            @Nullable Object transport,
            @Nullable ReferenceQueue<Object> queue,
            @Nullable Session carries) {
        super(transport, queue);
        this.carries = carries;
    }

    @Override
    public @Nullable Session carried() {
        return carries;
    }
}
