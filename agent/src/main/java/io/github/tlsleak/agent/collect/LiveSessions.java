package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.Session;

/** Watches the sessions that are still alive. Used by the collector's thread only. */
public interface LiveSessions {

    /**
     * Looks at all sessions, unless that was done a short time ago.
     *
     * @param epoch how many collections there were so far
     */
    void run(int epoch);

    /** A session was judged. If it was reported while it was alive, says what has become of it. */
    void judged(Session session);

    /** The last look: says what is over, which the program may have brought about at its end. */
    void end();
}
