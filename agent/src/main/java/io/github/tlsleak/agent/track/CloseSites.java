package io.github.tlsleak.agent.track;

import static io.github.tlsleak.agent.judge.SessionState.CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.ESTABLISHED;
import static io.github.tlsleak.agent.judge.SessionState.INPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.OUTPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.PEER_FIRST;
import static io.github.tlsleak.agent.judge.SessionState.UNDERCUT;
import static io.github.tlsleak.agent.judge.SessionState.has;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Resource;

/**
 * Keeps the stack that closed a session wrongly. A close in order is not looked at, but for the
 * first few engines of a site: whether a close_notify will be wrapped is known later. Thread-safe.
 */
final class CloseSites {

    private final Tracker tracker;

    CloseSites(Tracker tracker) {
        this.tracker = tracker;
    }

    /** An event has moved the state of a session, on the thread that brought it about. */
    void moved(Session root, Event event) {
        switch (event) {
            case TRANSPORT_CLOSED:
            case TRANSPORT_SHUT:
            case UNDERCUT_INSIDE:
                if (has(root.state(), UNDERCUT)) {
                    keep(root);
                }
                break;
            case CHANNEL_CLOSED:
            case NO_INPUT:
                if (has(root.state(), UNDERCUT) || isUnsent(root.state(), OUTPUT_CLOSED)) {
                    keep(root);
                }
                break;
            case CLOSE_INPUT:
            case CLOSE_OUTPUT:
                half(root, event);
                break;
            default:
                break;
        }
    }

    private void half(Session root, Event event) {
        int state = root.state();
        if (!has(state, ESTABLISHED) || has(state, PEER_FIRST)) {
            return;
        }
        if (root.origin.resource == Resource.SSL_SOCKET) {
            if (has(state, INPUT_CLOSED | OUTPUT_CLOSED)) {
                keep(root);
            }
        } else if (event == Event.CLOSE_INPUT && isUnsent(state, OUTPUT_CLOSED | INPUT_CLOSED)
                || event == Event.CLOSE_OUTPUT && root.origin.site.wantsClosings()) {
            keep(root);
        }
    }

    /** A close() has come back. */
    void closed(Session root) {
        if (root.origin.resource == Resource.SSL_SOCKET
                && (isUnsent(root.state(), CLOSED) || root.isNoted(SessionFlags.SWALLOWED))) {
            keep(root);
        }
    }

    private static boolean isUnsent(int state, int closed) {
        return has(state, ESTABLISHED)
                && has(state, closed)
                && !has(state, CLOSE_NOTIFY | PEER_FIRST);
    }

    private void keep(Session root) {
        SessionRelations relations = root.relationsOrNew();
        if (relations.closedAt == null) {
            relations.closedAt = tracker.stacks.here(false);
        }
    }
}
