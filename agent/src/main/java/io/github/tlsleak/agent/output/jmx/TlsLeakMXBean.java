package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.status.AgentStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What JMX shows of the agent, under the name {@value #NAME}. Counts are at most a second old.
 * Thread-safe.
 */
public interface TlsLeakMXBean {

    /** The object name. */
    String NAME = AgentStatus.MBEAN;

    /** Version of the agent. */
    String getVersion();

    /** {@code premain} or {@code attach}. */
    String getMode();

    /** Milliseconds since the agent started. */
    long getUptimeMillis();

    /** Sessions so far: closed, ended, open, not used yet, awaiting a verdict and not judged. */
    long getSessions();

    /**
     * Objects tracked since the start. A wrapper and its delegate are one session and two objects.
     */
    long getSessionsCreated();

    /** Sessions closed in order. */
    long getSessionsClosed();

    /** Sessions that the program still has to close. */
    long getSessionsOpen();

    /** Sessions so far, as {@link #getSessions}; never less than at an earlier read. */
    long getSessionsOpened();

    /** Live sessions whose handshake does not move. */
    long getSessionsStuck();

    /** Live sessions that only the peer has closed. */
    long getSessionsPeerClosed();

    /** Live sessions that hold a descriptor which nobody will close. */
    long getDescriptorsAtRisk();

    /** The most files and sockets this process may have open; -1 if that is not known. */
    long getDescriptorsLimit();

    /** {@code SSLContext}s that are not collected. */
    long getContexts();

    /** TLS sessions in the session caches of these. */
    long getCachedSessions();

    /** Sessions that ended in another way, by verdict; only verdicts that occurred. */
    Map<String, Long> getSessionsEnded();

    /** Sessions that have no connection and no handshake yet. */
    long getSessionsNotUsedYet();

    /** Sessions that are over or unreachable and have no verdict yet. */
    long getSessionsAwaitingVerdict();

    /** Sessions without a verdict, since the agent did not see what happened to them. */
    long getSessionsNotJudged();

    /** Leaks, without suppressed ones. */
    long getLeaks();

    /** Leaks by verdict, without suppressed ones; only verdicts that occurred. */
    Map<String, Long> getLeaksByVerdict();

    /** Leaks by {@code application}, {@code library} and {@code jdk}, without suppressed ones. */
    Map<String, Long> getLeaksByOwner();

    /** Sessions closed without a close_notify. */
    long getDefects();

    /** Findings with the severity notice. */
    long getNotices();

    /** Findings that a known behaviour of the JDK or a library excuses; none counts as a notice. */
    long getKnownBehaviours();

    /** Findings that a suppression rule removed. */
    long getSuppressed();

    /** The sites with most findings, at most 10, the largest first. */
    List<TopSite> getTopSites();

    /** Errors of the agent that were kept from the application. */
    long getAgentErrors();

    /** The first of these errors. */
    @Nullable String getFirstAgentError();

    /**
     * Leaks and open sessions by site.
     *
     * @return the text of the command {@code dump --open}
     */
    String dump();

    /** Asks for a garbage collection, so that leaks are found. */
    void gc();

    /**
     * Changes how long a session may be idle or half closed before it is reported.
     *
     * @param duration {@code 250ms}, {@code 60s}, {@code 5m}, {@code 2h}, or {@code off}
     * @return old and new value
     * @throws IllegalArgumentException with a message for the user if it is not a duration
     */
    String setThreshold(String duration);
}
