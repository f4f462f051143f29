package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.ADOPTED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_NOTIFY_FAILED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_THREW;
import static io.github.tlsleak.agent.judge.SessionState.CONNECTED;
import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.ESTABLISHED;
import static io.github.tlsleak.agent.judge.SessionState.FATAL;
import static io.github.tlsleak.agent.judge.SessionState.INPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.LINGER_ZERO;
import static io.github.tlsleak.agent.judge.SessionState.NATIVE;
import static io.github.tlsleak.agent.judge.SessionState.NATIVE_RESCUED;
import static io.github.tlsleak.agent.judge.SessionState.OUTPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.PEER_EOF;
import static io.github.tlsleak.agent.judge.SessionState.PEER_FIRST;
import static io.github.tlsleak.agent.judge.SessionState.PEER_RESET;
import static io.github.tlsleak.agent.judge.SessionState.RESCUED;
import static io.github.tlsleak.agent.judge.SessionState.RESCUE_STARTED;
import static io.github.tlsleak.agent.judge.SessionState.STARTED;
import static io.github.tlsleak.agent.judge.SessionState.TLS13;
import static io.github.tlsleak.agent.judge.SessionState.UNDERCUT;
import static io.github.tlsleak.agent.judge.SessionState.has;
import static io.github.tlsleak.agent.judge.SessionState.peerGone;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;

/** Finds the verdict and the severity for a state. Pure functions, so thread-safe. */
public final class Judge {

    private Judge() {}

    /**
     * The verdict on a session that was collected.
     *
     * @param resource the kind of the session's object; not a context
     * @param state the last state of the session
     * @return the verdict
     */
    public static Verdict collected(Resource resource, int state) {
        switch (resource) {
            case SSL_ENGINE:
                return withMemory(engine(state), state);
            case SSL_SERVER_SOCKET:
                return serverSocket(state);
            default:
                return socket(state);
        }
    }

    /**
     * The severity of a verdict.
     *
     * @param verdict the result of {@link #collected}, or a verdict on a reachable session
     * @param resource the kind of the session's object
     * @param state the last state of the session; 0 for contexts
     * @return the severity, before known behaviours and the option {@code strict} are applied
     */
    public static Severity severity(Verdict verdict, Resource resource, int state) {
        boolean engine = resource == Resource.SSL_ENGINE;
        switch (verdict) {
            case LOST:
            case RESCUED:
                return Severity.LEAK;
            case UNANSWERED:
                return engine
                        ? (has(state, TLS13) ? Severity.NOTICE : Severity.DEFECT)
                        : Severity.LEAK;
            case HALF_CLOSED:
                return engine ? Severity.DEFECT : Severity.LEAK;
            case ABANDONED:
                return engine && !leaksDescriptor(state) ? Severity.NOTICE : Severity.LEAK;
            case UNUSED:
            case FAILED:
                // an adopted session may have had a handshake before the agent came
                boolean sure = verdict == Verdict.FAILED || !engine && !has(state, ADOPTED);
                return sure && leaksDescriptor(state) ? Severity.LEAK : Severity.COUNTED;
            case NATIVE:
                return has(state, NATIVE) ? Severity.LEAK : Severity.DEFECT;
            case UNSENT:
            case STUCK:
            case PEER_CLOSED:
            case CLOSE_BLOCKED:
            case SESSION_HOARD:
                return Severity.DEFECT;
            case UNDERCUT:
                return has(state, LINGER_ZERO) ? Severity.NOTICE : Severity.DEFECT;
            case RETAINED:
            case CLOSE_FAILED:
            case OPEN:
            case SESSION_CHURN:
            case CONTEXT_CHURN:
            case CONTEXT_HOARD:
            case CACHE_HOARD:
                return Severity.NOTICE;
            default:
                return Severity.COUNTED;
        }
    }

    private static boolean leaksDescriptor(int state) {
        return has(state, CONNECTED) && !has(state, CLOSED | DESCRIPTOR_CLOSED);
    }

    private static Verdict serverSocket(int state) {
        if (has(state, CLOSED)) {
            return Verdict.CLOSED;
        }
        return has(state, CONNECTED) ? Verdict.LOST : Verdict.UNUSED;
    }

    private static Verdict socket(int state) {
        if (!has(state, STARTED)) {
            return has(state, CLOSED) ? Verdict.CLOSED : Verdict.UNUSED;
        }
        if (!has(state, ESTABLISHED)) {
            boolean over = has(state, DESCRIPTOR_CLOSED) && !has(state, RESCUE_STARTED);
            return unfinished(state, has(state, CLOSED), over);
        }
        if (has(state, UNDERCUT)) {
            return Verdict.UNDERCUT;
        }
        if (has(state, CLOSED)) {
            return closed(state);
        }
        if (has(state, FATAL)) {
            return Verdict.FAILED;
        }
        // a descriptor that a finalizer closed was not closed by the program or the provider
        return has(state, DESCRIPTOR_CLOSED) && !has(state, RESCUE_STARTED)
                ? closedByProvider(state)
                : dropped(state);
    }

    private static Verdict engine(int state) {
        if (!has(state, STARTED)) {
            return has(state, OUTPUT_CLOSED) ? Verdict.CLOSED : Verdict.UNUSED;
        }
        if (!has(state, ESTABLISHED)) {
            boolean over = peerGone(state) || has(state, DESCRIPTOR_CLOSED);
            return unfinished(state, has(state, OUTPUT_CLOSED), over);
        }
        if (has(state, UNDERCUT)) {
            return Verdict.UNDERCUT;
        }
        if (has(state, OUTPUT_CLOSED)) {
            Verdict closed = closed(state);
            // the peer's reset came before the program could wrap the close_notify
            boolean reset = closed == Verdict.UNSENT && has(state, PEER_RESET);
            return reset ? Verdict.CUT : closed;
        }
        if (has(state, FATAL)) {
            return Verdict.FAILED;
        }
        // up to TLS 1.2 an engine answers a close_notify by itself; a program that wraps the answer
        // has closed the session
        if (has(state, CLOSE_NOTIFY) && has(state, PEER_CLOSE_NOTIFY)) {
            return Verdict.CLOSED;
        }
        // the channel was closed after the peer was gone: no peer was left for a close_notify
        if (has(state, DESCRIPTOR_CLOSED) && has(state, PEER_EOF | PEER_RESET)) {
            return Verdict.CUT;
        }
        return dropped(state);
    }

    /** Replaces a verdict by {@link Verdict#NATIVE}, if the native memory is the worse problem. */
    private static Verdict withMemory(Verdict verdict, int state) {
        if (!has(state, NATIVE | NATIVE_RESCUED)) {
            return verdict;
        }
        Severity severity = severity(verdict, Resource.SSL_ENGINE, state);
        if (has(state, NATIVE)) {
            return severity == Severity.LEAK ? verdict : Verdict.NATIVE;
        }
        // programs make engines only to read their defaults, and drop them: that stays UNUSED
        boolean worse = severity == Severity.LEAK || severity == Severity.DEFECT;
        return worse || verdict == Verdict.UNUSED ? verdict : Verdict.NATIVE;
    }

    private static Verdict unfinished(int state, boolean closed, boolean over) {
        if (has(state, FATAL)) {
            return Verdict.FAILED;
        }
        if (closed) {
            return Verdict.CLOSED;
        }
        return over ? Verdict.FAILED : Verdict.ABANDONED;
    }

    private static Verdict closed(int state) {
        if (has(state, CLOSE_NOTIFY)) {
            return Verdict.CLOSED;
        }
        if (has(state, PEER_FIRST)) {
            return Verdict.CUT;
        }
        if (has(state, FATAL)) {
            return Verdict.FAILED;
        }
        if (has(state, CLOSE_NOTIFY_FAILED | CLOSE_THREW)) {
            return has(state, PEER_RESET) ? Verdict.CUT : Verdict.CLOSE_FAILED;
        }
        return Verdict.UNSENT;
    }

    private static Verdict closedByProvider(int state) {
        if (has(state, CLOSE_NOTIFY)) {
            return Verdict.CLOSED;
        }
        if (has(state, OUTPUT_CLOSED)) {
            return closed(state);
        }
        return peerGone(state) ? Verdict.CUT : Verdict.FAILED;
    }

    private static Verdict dropped(int state) {
        if (has(state, OUTPUT_CLOSED | INPUT_CLOSED)) {
            return Verdict.HALF_CLOSED;
        }
        if (peerGone(state)) {
            return Verdict.UNANSWERED;
        }
        // the agent came in the middle of a close: the close_notify is all that it could see
        if (has(state, ADOPTED) && has(state, CLOSE_NOTIFY)) {
            return Verdict.CLOSED;
        }
        return has(state, RESCUED) ? Verdict.RESCUED : Verdict.LOST;
    }
}
