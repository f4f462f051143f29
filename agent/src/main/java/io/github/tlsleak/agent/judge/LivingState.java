package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.ADOPTED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.CONNECTED;
import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.ESTABLISHED;
import static io.github.tlsleak.agent.judge.SessionState.FATAL;
import static io.github.tlsleak.agent.judge.SessionState.STARTED;
import static io.github.tlsleak.agent.judge.SessionState.TLS13;
import static io.github.tlsleak.agent.judge.SessionState.has;
import static io.github.tlsleak.agent.judge.SessionState.peerGone;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a reachable session that stays as it is for longer than the option {@code stuck}.
 * Pure functions, so thread-safe.
 */
public final class LivingState {

    private LivingState() {}

    /**
     * What is wrong with a session that does not move any more.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @param channelOpen for an engine: whether its channel is known and open
     * @param showsHandshakes whether each handshake of its provider is seen, one that a read or
     *     write brings about included
     * @return null if nothing is wrong, or if that cannot be known
     */
    public static @Nullable Verdict of(
            Resource resource, int state, boolean channelOpen, boolean showsHandshakes) {
        if (resource == Resource.SSL_SERVER_SOCKET) {
            return null;
        }
        if (isFailedOpen(resource, state, channelOpen)) {
            return Verdict.FAILED;
        }
        if (!OpenState.isOpen(resource, state)) {
            return null;
        }
        if (peerGone(state)) {
            return Verdict.PEER_CLOSED;
        }
        return showsHandshakes && isUnfinished(state) ? Verdict.STUCK : null;
    }

    /**
     * The severity of a verdict on a reachable session.
     *
     * @param verdict the result of {@link #of}
     * @param resource the kind of the session's object
     * @param state the state of the session
     * @param channelOpen for an engine: whether its channel is known and open
     * @return defect; less where no descriptor is known to be open and the protocol permits it
     */
    public static Severity severity(
            Verdict verdict, Resource resource, int state, boolean channelOpen) {
        // an engine's channel may be closed without being seen: then it is as if it was dropped
        boolean unknown = resource == Resource.SSL_ENGINE && !channelOpen;
        return verdict == Verdict.PEER_CLOSED && unknown && has(state, TLS13)
                ? Severity.NOTICE
                : Severity.DEFECT;
    }

    /** Whether the handshake failed, and the descriptor is still open. */
    private static boolean isFailedOpen(Resource resource, int state, boolean channelOpen) {
        if (!has(state, FATAL) || has(state, CLOSED | DESCRIPTOR_CLOSED)) {
            return false;
        }
        return resource == Resource.SSL_ENGINE ? channelOpen : has(state, CONNECTED);
    }

    /** An older session may have had its handshake before; so it must have shown a new one. */
    private static boolean isUnfinished(int state) {
        boolean connected = has(state, CONNECTED) && !has(state, ADOPTED);
        return !has(state, ESTABLISHED) && (has(state, STARTED) || connected);
    }
}
