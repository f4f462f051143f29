package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.PeerEnd;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.scope.TestScope;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.track.CloseDetails;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.TlsParameters;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** One verdict on one session, with all that is known of the session. Immutable. */
public final class SessionFinding extends Finding {

    /** Class of the object that does TLS. */
    public final String className;

    /** Class of the outermost wrapper, or null where there is none. */
    public final @Nullable String wrapper;

    /** {@code client} or {@code server}. */
    public final @Nullable String role;

    /** Peer, as the provider knows it. */
    public final @Nullable String peerHost;

    /** Peer's port, 0 where not known. */
    public final int peerPort;

    /** How the peer ended its side, as far as it was seen. */
    public final @Nullable PeerEnd peerEnd;

    /** Standard name of the protocol. */
    public final @Nullable String protocol;

    /** Standard name of the cipher suite. */
    public final @Nullable String cipherSuite;

    /**
     * When the session was made, milliseconds since the epoch. For an adopted session, the moment
     * of its first event after the agent came. It comes from the same clock as {@link #time}, so
     * that the difference is the session's lifetime.
     */
    public final long created;

    /** Name of the thread that made the session. */
    public final @Nullable String thread;

    /**
     * Where the session was closed, for verdicts that blame the code that closes; or where its
     * close hangs.
     */
    public final @Nullable CallStack closedAt;

    /** The class of another object whose finalizer or cleaner closed the session. */
    public final @Nullable String closer;

    /** The stack that made the session; one of several that its site may have. */
    public final CallStack stack;

    private final CallStack blamed;

    /** What is special about the session's end. */
    public final @Nullable Detail detail;

    /** What is special because the session is alive; null if this is the verdict on its end. */
    public final @Nullable Alive alive;

    /**
     * The handlers of the engine's channel, or of that of an earlier session of the site: {@code
     * name (class), ...}. Null where the application is on the stack, and where it is not known.
     */
    public final @Nullable String pipeline;

    /** Running number in the site; 0 if suppressed, a known behaviour, or the session is open. */
    public final long count;

    /** Whether the session existed before the agent. */
    public final boolean adopted;

    /** Whether a finalizer closed the session, or began to. */
    public final boolean finalizer;

    /** The known behaviour that matches. */
    public final KnownBehaviours.@Nullable Rule known;

    /** The exception of a failed close. */
    public final @Nullable String error;

    /** The test that opened the session, where tests are told. */
    public final @Nullable TestScope test;

    /**
     * @param time the moment of the verdict by the wall clock
     * @param now the same moment by {@link MonotonicClock}
     */
    public SessionFinding(
            Session session, Grader.Grade grade, Verdict verdict, long count, long time, long now) {
        this(session, grade, verdict, count, time, now, null, null);
    }

    /**
     * As the other one, also for a session that is alive.
     *
     * @param pipeline handlers of its channel
     */
    public SessionFinding(
            Session session,
            Grader.Grade grade,
            Verdict verdict,
            long count,
            long time,
            long now,
            @Nullable Alive alive,
            @Nullable String pipeline) {
        super(verdict, grade, session.origin.resource, session.origin.site, time);
        int state = session.state();
        this.known = grade.known;
        Origin origin = session.origin;
        SessionRelations relations = session.relations();
        String delegate = relations == null ? null : relations.delegateClass;
        this.className = delegate != null ? delegate : origin.className;
        this.wrapper = delegate != null ? origin.className : null;
        this.role = role(state);
        this.peerHost = session.peerHost;
        this.peerPort = session.peerPort();
        this.peerEnd = PeerEnd.of(state);
        TlsParameters agreed = session.agreed;
        this.protocol = agreed == null ? null : agreed.protocol;
        this.cipherSuite = agreed == null ? null : agreed.cipherSuite;
        this.created = time - Math.max(0, now - session.created);
        this.thread = session.thread();
        CloseDetails closing = new CloseDetails(session, verdict);
        this.stack = origin.stack;
        this.closedAt = closing.at;
        this.blamed = closing.blamed();
        this.detail = closing.detail;
        this.closer = closing.closer();
        this.alive = alive;
        this.pipeline = pipeline;
        this.count = count;
        this.adopted = SessionState.has(state, SessionState.ADOPTED);
        this.finalizer = SessionState.has(state, SessionState.RESCUE_STARTED);
        this.error = relations == null ? null : relations.closeError;
        this.test = relations == null ? null : relations.scope;
    }

    /**
     * The stack whose code is to blame: where the session was closed if that is known, else where
     * it was made.
     */
    public CallStack blamed() {
        return blamed;
    }

    /**
     * How long the session lived, or has lived so far if it is alive.
     *
     * @return milliseconds from {@link #created} to the verdict, 0 or more
     */
    public long lifetimeMillis() {
        return Math.max(0, time - created);
    }

    private static @Nullable String role(int state) {
        if (SessionState.has(state, SessionState.CLIENT)) {
            return ReportSchema.CLIENT;
        }
        return SessionState.has(state, SessionState.SERVER) ? ReportSchema.SERVER : null;
    }
}
