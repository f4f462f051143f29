package io.github.tlsleak.agent.track;

import java.lang.ref.ReferenceQueue;

/** The record of a plain socket that carries a layered TLS session. */
final class TransportRecord extends Tracked {

    /** The session on top; only its record, so the object stays free to go. */
    volatile Session carries;

    TransportRecord(Object socket, ReferenceQueue<Object> queue, Session carries) {
        super(socket, queue);
        this.carries = carries;
    }
}
