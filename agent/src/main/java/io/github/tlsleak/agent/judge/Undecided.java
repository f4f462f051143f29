package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.RESCUED;
import static io.github.tlsleak.agent.judge.SessionState.has;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;

/**
 * Says what may still change the verdict on a session whose objects were collected. Pure functions,
 * so thread-safe.
 */
public final class Undecided {

    private Undecided() {}

    /**
     * Whether a finalizer that has not run yet may still change the verdict of {@link
     * Judge#collected}.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session when it became unreachable
     * @return true if the verdict should wait for finalizers
     */
    public static boolean mayBeRescued(Resource resource, int state) {
        Verdict verdict = Judge.collected(resource, state);
        return !has(state, RESCUED) && Judge.severity(verdict, resource, state) == Severity.LEAK;
    }

    /**
     * Whether a later close of the transport may still change the verdict. The program may still
     * hold the transport and close it.
     *
     * @param resource the kind of the session's object
     * @param state the state of the session when it became unreachable
     * @return true if the descriptor is not closed, and closing it would prevent a leak
     */
    public static boolean dependsOnTransport(Resource resource, int state) {
        if (has(state, DESCRIPTOR_CLOSED | RESCUED)) {
            return false;
        }
        return resource == Resource.SSL_ENGINE
                ? dependsOnChannel(state)
                : resource == Resource.SSL_SOCKET && mayBeRescued(resource, state);
    }

    /**
     * Whether the verdict on a collected engine depends on its channel being closed. That is so if
     * the handshake failed or was abandoned.
     *
     * @param state the state of the engine
     * @return true if an open channel makes the verdict a leak
     */
    public static boolean dependsOnChannel(int state) {
        Verdict verdict = Judge.collected(Resource.SSL_ENGINE, state);
        return verdict == Verdict.FAILED || verdict == Verdict.ABANDONED;
    }
}
