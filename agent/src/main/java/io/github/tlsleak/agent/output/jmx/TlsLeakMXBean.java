package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.status.AgentStatus;
import java.util.List;
import java.util.Map;

/**
 * What JMX shows of the agent, as {@value #NAME}. Counts are those of at most a second ago.
 * Thread-safe.
 */
public interface TlsLeakMXBean {

    /** The object name. */
    String NAME = AgentStatus.MBEAN;

    /** Version of the agent. */
    String getVersion();

    /** {@code premain} or {@code attach}. */
    String getMode();

    /** Milliseconds since the agent came. */
    long getUptimeMillis();

    /** Sessions so far: closed, ended, open, not used yet, awaiting a verdict and not judged. */
    long getSessions();

    /** Objects followed since the start: wrapper and delegate are two of them, and one session. */
    long getSessionsCreated();

    /** Sessions closed in order. */
    long getSessionsClosed();

    /** Sessions that somebody still has to close. */
    long getSessionsOpen();

    /** Sessions that ended in another way, by verdict; verdicts that never fell are left out. */
    Map<String, Long> getSessionsEnded();

    /** Sessions without a connection or handshake so far. */
    long getSessionsNotUsedYet();

    /** Sessions that are over or unreachable, and whose verdict has still to fall. */
    long getSessionsAwaitingVerdict();

    /** Sessions that were given up: what happened to them was not seen. */
    long getSessionsNotJudged();

    /** Leaks by verdict, suppressed ones aside; verdicts that never fell are left out. */
    Map<String, Long> getLeaksByVerdict();

    /** Leaks by {@code application}, {@code library} and {@code jdk}, suppressed ones aside. */
    Map<String, Long> getLeaksByOwner();

    /** Sessions closed without a close_notify. */
    long getDefects();

    /** Things worth knowing. */
    long getNotices();

    /** Findings that known behaviours of JDK and libraries excuse, none of which is a notice. */
    long getKnownBehaviours();

    /** Findings that a suppression rule took out. */
    long getSuppressed();

    /** Sites with findings, most first, at most 10. */
    List<TopSite> getTopSites();

    /** Errors of the agent that were kept from the application. */
    long getAgentErrors();

    /** The first of them, or null. */
    String getFirstAgentError();

    /**
     * Leaks and open sessions by site.
     *
     * @return the text of the command {@code dump --open}
     */
    String dump();

    /** Asks for a garbage collection, so that leaks are found. */
    void gc();

    /**
     * Changes how long a session may be idle or half closed before it is told.
     *
     * @param duration {@code 250ms}, {@code 60s}, {@code 5m}, {@code 2h}, or {@code off}
     * @return old and new value
     * @throws IllegalArgumentException with a message for the user, if it is no duration
     */
    String setThreshold(String duration);
}
