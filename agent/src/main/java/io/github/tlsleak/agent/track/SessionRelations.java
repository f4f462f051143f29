package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.scope.TestScope;
import io.github.tlsleak.agent.site.CallStack;
import org.jspecify.annotations.Nullable;

/** What only some sessions have: other objects they belong to, and a close that failed. */
public final class SessionRelations {

    /** The record of the wrapper this object works for. */
    volatile @Nullable Session outer;

    /** Class of the innermost delegate. */
    public volatile @Nullable String delegateClass;

    /** Whether one of the delegates is an engine. */
    volatile boolean engineBelow;

    /** What carries the session's bytes, where that is known. */
    volatile @Nullable Tracked transport;

    /** The session whose transport this object is. */
    volatile @Nullable Session carries;

    /** The test that opened it, in a JVM that runs tests and asks for it. */
    public volatile @Nullable TestScope scope;

    /** Class of what the program's close threw. */
    public volatile @Nullable String closeError;

    /** Class of the socket below, if it is not the JDK's and SunJSSE works over it. */
    volatile @Nullable String overClass;

    /** Where the session was closed, if that was seen and may matter. */
    public volatile @Nullable CallStack closedAt;

    /**
     * Objects joined to the one whose record this is, still reachable; {@link Delegation} locks.
     */
    int moreMembers;

    /** The same, their phantom not yet arrived. */
    int moreUnfinalized;

    /** Collections that had happened when it was first seen to be over, or -1; collector only. */
    public int overSince = -1;

    /** Whether no other object is part of the session, or has it for a transport. */
    boolean isAlone() {
        return outer == null && delegateClass == null && carries == null;
    }

    /**
     * @param transport known before
     */
    SessionRelations(@Nullable Tracked transport) {
        this.transport = transport;
    }
}
