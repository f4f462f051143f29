package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.CONNECTED;
import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.ESTABLISHED;
import static io.github.tlsleak.agent.judge.SessionState.FATAL;
import static io.github.tlsleak.agent.judge.SessionState.INPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.NATIVE;
import static io.github.tlsleak.agent.judge.SessionState.OUTPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.RESCUED;
import static io.github.tlsleak.agent.judge.SessionState.STARTED;
import static io.github.tlsleak.agent.judge.SessionState.UNDERCUT;
import static io.github.tlsleak.agent.judge.SessionState.has;
import static io.github.tlsleak.agent.judge.SessionState.peerGone;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;

/** Says in which way a reachable session is open or over. Pure functions, so thread-safe. */
public final class OpenState {

    private OpenState() {}

    /**
     * Whether a session was closed with a close_notify and holds no native memory. No event can
     * change its verdict any more.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @return true if its verdict is {@link Verdict#CLOSED} for good
     */
    public static boolean isClosedInOrder(Resource resource, int state) {
        int closed = resource == Resource.SSL_ENGINE ? OUTPUT_CLOSED : CLOSED;
        return has(state, ESTABLISHED)
                && has(state, CLOSE_NOTIFY)
                && has(state, closed)
                && !has(state, UNDERCUT)
                && !(resource == Resource.SSL_ENGINE && has(state, NATIVE));
    }

    /**
     * Whether a close_notify that a delegate has made can still be sent.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @return false for a socket that is closed and whose output was closed
     */
    public static boolean sends(Resource resource, int state) {
        return resource != Resource.SSL_SOCKET || !has(state, OUTPUT_CLOSED) || !has(state, CLOSED);
    }

    /**
     * Whether a reachable session is in use, neither closed nor over.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @return true if the program still has to close it
     */
    public static boolean isOpen(Resource resource, int state) {
        if (resource == Resource.SSL_SERVER_SOCKET
                || !has(state, CONNECTED | STARTED)
                || has(state, CLOSED | FATAL | UNDERCUT | RESCUED)) {
            return false;
        }
        return resource == Resource.SSL_ENGINE
                ? !has(state, OUTPUT_CLOSED | CLOSE_NOTIFY | DESCRIPTOR_CLOSED)
                : !has(state, DESCRIPTOR_CLOSED);
    }

    /**
     * Whether a reachable engine is over but still holds native memory.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @return true if only a release, or a close of the inbound half, frees that memory
     */
    public static boolean holdsMemory(Resource resource, int state) {
        return resource == Resource.SSL_ENGINE
                && has(state, NATIVE)
                && (has(state, FATAL) || has(state, OUTPUT_CLOSED) && has(state, CLOSE_NOTIFY));
    }

    /**
     * Whether a reachable session is half closed.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @return true if it is established and a direction is closed, but not the session as a whole
     */
    public static boolean isHalfClosed(Resource resource, int state) {
        if (!has(state, ESTABLISHED) || has(state, CLOSED | FATAL | UNDERCUT)) {
            return false;
        }
        if (resource == Resource.SSL_ENGINE) {
            return has(state, OUTPUT_CLOSED)
                    && has(state, CLOSE_NOTIFY)
                    && !has(state, DESCRIPTOR_CLOSED)
                    && !peerGone(state);
        }
        return has(state, OUTPUT_CLOSED | INPUT_CLOSED) && !has(state, DESCRIPTOR_CLOSED);
    }
}
