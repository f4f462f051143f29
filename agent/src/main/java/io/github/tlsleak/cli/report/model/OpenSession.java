package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.open.OpenSessionState;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session that was reported open. Lines have no number of a session, so two sessions are equal if
 * JVM, site, peer, thread and time of creation are equal. Immutable.
 */
public final class OpenSession {

    public final ReportedSite site;
    public final ReportedJvm jvm;
    public final @Nullable String peer;
    public final @Nullable String thread;

    /** The handlers of its channel, if they are known. */
    public final @Nullable String pipeline;

    /** Time of creation in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public final long created;

    /** Age when it was reported, in milliseconds; 0 if not known. */
    public final long age;

    /** Whether it was open when its JVM ended; false: when it was last heard of. */
    public final boolean atExit;

    public final OpenSessionState state;

    /** How many sessions it stands for, 1 or more. */
    public final long sessions;

    OpenSession(ReportLine line, ReportedSite site, ReportedJvm jvm) {
        this.site = site;
        this.jvm = jvm;
        this.peer = line.peer();
        this.thread = line.text(Field.THREAD);
        this.pipeline = line.text(Field.PIPELINE);
        this.created = line.time(line.has(Field.SEEN) ? Field.SEEN : Field.CREATED);
        this.age = Math.max(0, line.number(Field.AGE, 0));
        this.atExit = line.has(Field.AT_EXIT);
        this.state =
                OpenSessionState.of(
                        line.has(Field.PEER_END),
                        line.has(Field.PROTOCOL) || !atExit,
                        line.has(Field.SEEN));
        this.sessions = atExit ? line.number(Field.COUNT, 1) : 1;
    }

    /** That of a row. */
    OpenSession(Row row, ReportedSite site, ReportedJvm jvm) {
        this.site = site;
        this.jvm = jvm;
        this.peer = row.text(RowField.PEER);
        this.thread = row.text(RowField.THREAD);
        this.pipeline = row.text(RowField.PIPELINE);
        this.created = row.number(RowField.CREATED, ReportTimes.UNKNOWN);
        this.age = row.count(RowField.AGE);
        this.atExit = row.has(RowField.AT_EXIT);
        this.state = OpenSessionState.named(row.text(RowField.STATE));
        this.sessions = Math.max(1, row.count(RowField.SESSIONS));
    }

    Row save() {
        Row row = new Row().put(RowField.SITE, site.fingerprint());
        row.put(RowField.JVM, jvm.index()).put(RowField.PEER, peer).put(RowField.THREAD, thread);
        row.put(RowField.PIPELINE, pipeline);
        row.putUnless(RowField.CREATED, created, ReportTimes.UNKNOWN).put(RowField.AGE, age);
        row.putIfAny(RowField.AT_EXIT, atExit ? 1 : 0);
        row.put(RowField.STATE, state == OpenSessionState.ESTABLISHED ? null : state.json());
        return row.putUnless(RowField.SESSIONS, sessions, 1);
    }

    private OpenSession(OpenSession like, long sessions) {
        this.site = like.site;
        this.jvm = like.jvm;
        this.peer = like.peer;
        this.thread = like.thread;
        this.pipeline = like.pipeline;
        this.created = like.created;
        this.age = like.age;
        this.atExit = like.atExit;
        this.state = like.state;
        this.sessions = sessions;
    }

    /**
     * This line and an earlier one that looks the same. At the end of a JVM each session has its
     * own line, so that these are several; before, the later line is about the same session.
     */
    OpenSession after(@Nullable OpenSession earlier) {
        if (earlier == null || !atExit) {
            return earlier == null ? this : earlier;
        }
        return earlier.atExit ? new OpenSession(this, sessions + earlier.sessions) : this;
    }

    @Override
    public boolean equals(Object o) {
        if (!(o instanceof OpenSession)) {
            return false;
        }
        OpenSession other = (OpenSession) o;
        return created == other.created
                && site.fingerprint().equals(other.site.fingerprint())
                && jvm == other.jvm
                && Objects.equals(peer, other.peer)
                && Objects.equals(thread, other.thread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, site.fingerprint(), jvm, peer, thread);
    }
}
