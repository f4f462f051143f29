package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** When the stack that closes is kept, and what a finding makes of it. */
class CloseSitesTest {

    private static final int FIRST = 16;

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;

    private Session established(Object object, Resource resource) {
        tracking.at("com.acme.Opener", "open", 1);
        Session session = tracking.followUp(object, resource);
        tracking.at("com.acme.Closer", "close", 2);
        return session;
    }

    private static CallStack closedAt(Session session) {
        return session.relations() == null ? null : session.relations().closedAt;
    }

    @Test
    void aSocketClosedInOrderCostsNothing() {
        Object socket = new Object();
        Session session = established(socket, Resource.SSL_SOCKET);
        tracking.event(socket, Event.CLOSE);
        tracking.event(socket, Event.CLOSE_NOTIFY);
        tracking.closed(socket, null);
        assertThat(session.relations()).isNull();
        assertThat(session.is(Session.DISMISSED)).isTrue();
    }

    @Test
    void aSocketThatWasHalfClosedAndThenClosedInOrderIsForgotten() {
        Object socket = new Object();
        Session session = established(socket, Resource.SSL_SOCKET);
        tracking.event(socket, Event.CLOSE_OUTPUT);
        tracking.event(socket, Event.CLOSE_NOTIFY);
        assertThat(closedAt(session)).isNotNull();
        tracking.event(socket, Event.CLOSE);
        assertThat(session.is(Session.DISMISSED)).isTrue();
    }

    @Test
    void aHalfClosedSocketBlamesWhoDidThat() throws Exception {
        Object socket = new Object();
        established(socket, Resource.SSL_SOCKET);
        tracking.event(socket, Event.CLOSE_OUTPUT);
        SessionFinding finding = tracking.drop(socket);
        assertThat(finding.verdict).isEqualTo(Verdict.HALF_CLOSED);
        assertThat(finding.closedAt.frame()).startsWith("com.acme.Closer.close(");
        assertThat(finding.blamed()).isSameAs(finding.closedAt);
        assertThat(finding.site.frame()).startsWith("com.acme.Opener.open(");
    }

    @Test
    void aSocketThatSentNothingBlamesWhoClosed() throws Exception {
        Object socket = new Object();
        Session session = established(socket, Resource.SSL_SOCKET);
        session.mark(SessionState.PRECISE);
        tracking.event(socket, Event.CLOSE);
        tracking.closed(socket, null);
        SessionFinding finding = tracking.drop(socket);
        assertThat(finding.verdict).isEqualTo(Verdict.UNSENT);
        assertThat(finding.closedAt.frame()).startsWith("com.acme.Closer.close(");
    }

    @Test
    void whatWasLostBlamesWhoMadeIt() throws Exception {
        Object socket = new Object();
        established(socket, Resource.SSL_SOCKET);
        SessionFinding finding = tracking.drop(socket);
        assertThat(finding.closedAt).isNull();
        assertThat(finding.blamed()).isSameAs(finding.stack);
    }

    @Test
    void ofEnginesClosedInOrderOnlyTheFirstAreLookedAt() {
        for (int i = 0; i < 2 * FIRST; i++) {
            Object engine = new Object();
            Session session = established(engine, Resource.SSL_ENGINE);
            tracking.event(engine, Event.CLOSE_OUTPUT);
            assertThat(closedAt(session) != null).as("engine " + i).isEqualTo(i < FIRST);
            tracking.event(engine, Event.CLOSE_NOTIFY);
            assertThat(session.is(Session.DISMISSED)).isTrue();
        }
    }

    @Test
    void onceOneWasClosedWronglyAllAreLookedAt() throws Exception {
        ofEnginesClosedInOrderOnlyTheFirstAreLookedAt();
        Object engine = new Object();
        established(engine, Resource.SSL_ENGINE);
        tracking.event(engine, Event.CLOSE_OUTPUT);
        assertThat(tracking.drop(engine).closedAt).isNull();
        Object next = new Object();
        established(next, Resource.SSL_ENGINE);
        tracking.event(next, Event.CLOSE_OUTPUT);
        assertThat(tracking.drop(next).closedAt.frame()).startsWith("com.acme.Closer.close(");
    }

    @Test
    void withoutStacksNobodyIsBlamedForClosing() throws Exception {
        tracking.set("stack.depth=0");
        Object socket = new Object();
        established(socket, Resource.SSL_SOCKET);
        tracking.event(socket, Event.CLOSE_OUTPUT);
        assertThat(tracking.drop(socket).closedAt).isNull();
    }
}
