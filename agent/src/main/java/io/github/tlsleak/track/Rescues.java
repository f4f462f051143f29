package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Event;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What finalizers do to sessions whose object is unreachable already. Thread-safe. */
final class Rescues {

    /** Sessions that a finalizer has closed, for the collector to settle. */
    final ConcurrentLinkedQueue<Session> closed = new ConcurrentLinkedQueue<>();

    private final IdentityTable table;

    Rescues(IdentityTable table) {
        this.table = table;
    }

    /** An event of an object that is not known to be reachable; most mean nothing any more. */
    void event(Object object, Event event) {
        switch (event) {
            case CLOSE:
            case CLOSE_OUTPUT:
                apply(object, Event.RESCUE_STARTED);
                break;
            case CLOSE_NOTIFY:
                // a finalizer may hang after this (TLS 1.2, waiting for the peer's answer)
                closed(object);
                break;
            case NATIVE_FREED:
                apply(object, Event.NATIVE_RESCUED);
                break;
            default:
                break;
        }
    }

    void closed(Object object) {
        Session root = apply(object, Event.RESCUED);
        if (root != null) {
            closed.add(root);
        }
    }

    private Session apply(Object object, Event event) {
        Session dying = table.findDying(object);
        if (dying == null) {
            return null;
        }
        Session root = dying.root();
        root.apply(event);
        return root;
    }
}
