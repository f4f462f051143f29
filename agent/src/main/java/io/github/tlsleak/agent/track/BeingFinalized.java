package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import org.jspecify.annotations.Nullable;

/**
 * An object that is no longer reachable and that a finalizer or cleaner is working on. Made for one
 * hook call and used by its thread only.
 */
final class BeingFinalized implements Followed {

    private final Session root;
    private final Class<?> type;

    /**
     * @param root the record with the session's state
     * @param type the class of the object
     */
    BeingFinalized(Session root, Class<?> type) {
        this.root = root;
        this.type = type;
    }

    @Override
    public void happened(Event event, SessionEvents events) {
        events.inFinalizer(root, type, event);
    }

    @Override
    public void closeEnded(Class<?> ofObject, @Nullable Throwable thrown, SessionEvents events) {
        events.closedInFinalizer(root, type);
    }
}
