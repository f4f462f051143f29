package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.RESCUED;
import static io.github.tlsleak.agent.judge.SessionState.has;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;

/** What may still change the verdict on a session that is gone: pure functions. */
public final class Undecided {

    private Undecided() {}

    /**
     * Whether a finalizer that has not run yet may still change what {@link Judge#collected} says.
     *
     * @param resource what held the session
     * @param state its state when it became unreachable
     * @return true if it is worth a short wait
     */
    public static boolean mayBeRescued(Resource resource, int state) {
        Verdict verdict = Judge.collected(resource, state);
        return !has(state, RESCUED) && Judge.severity(verdict, resource, state) == Severity.LEAK;
    }

    /**
     * Whether the fate of the raw socket underneath, still in the program's hands, decides.
     *
     * @param resource what held the session
     * @param state its state when it became unreachable
     * @return true if nobody has closed the descriptor and the verdict would be a leak for that
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
     * Whether it matters what becomes of the channel of an engine that is gone: that of one whose
     * handshake failed or was given up.
     *
     * @param state the engine's state
     * @return true if it decides between a leak and less
     */
    public static boolean dependsOnChannel(int state) {
        Verdict verdict = Judge.collected(Resource.SSL_ENGINE, state);
        return verdict == Verdict.FAILED || verdict == Verdict.ABANDONED;
    }
}
