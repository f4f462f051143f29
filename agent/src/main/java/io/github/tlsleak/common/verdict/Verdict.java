package io.github.tlsleak.common.verdict;

import io.github.tlsleak.agent.judge.Judge;

/** What became of a session; the rules are in {@link Judge}. */
public enum Verdict {
    /** Established, collected, never closed by the program, peer still there. */
    LOST,
    /** As {@link #LOST}, and a finalizer then closed it. */
    RESCUED,
    /** The peer closed first, this side never did. */
    UNANSWERED,
    /** One direction closed, then dropped. */
    HALF_CLOSED,
    /** Handshake started, neither finished nor failed, never closed. */
    ABANDONED,
    /** No handshake ever started, never closed. */
    UNUSED,
    /** Native memory not freed by the program: at most by a finalizer, if by anybody. */
    NATIVE,
    /** Over, yet reachable for long. */
    RETAINED,
    /** The program asked to close, the peer was there, no close_notify was produced. */
    UNSENT,
    /** This side closed the raw transport under an established session. */
    UNDERCUT,
    /** Closing threw, or the close_notify could not be written. */
    CLOSE_FAILED,
    /** Closed after the peer was gone. */
    CUT,
    /** Ended by a fatal alert or a failed handshake. */
    FAILED,
    /** close_notify produced on the program's request. */
    CLOSED,
    /** Alive. */
    OPEN
}
