package io.github.tlsleak.agent.track.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines and the channels that their records go to. */
class ChannelsTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Channels channels = tracking.channels;
    private final Object engine = new Object();
    private final Object channel = new Object();
    private final Session session = tracking.follow(engine, Resource.SSL_ENGINE);
    private ByteBuffer hello;

    @BeforeEach
    void wrap() throws Exception {
        hello = RecordMarkTest.wrapped("TLSv1.3");
        int produced = hello.remaining();
        ByteBuffer destination = hello.duplicate().position(produced);
        channels.wrapped(tracking.followed(engine), destination, produced);
        assertThat(destination.position()).isEqualTo(produced);
    }

    private void up() {
        for (Event event : Tracking.UP) {
            tracking.event(engine, event);
        }
    }

    private boolean has(int bits) {
        return SessionState.has(session.state(), bits);
    }

    @Test
    void theChannelThatWritesTheHelloBelongsToTheEngine() {
        assertThat(tracking.followed(engine).hasTransport()).isFalse();
        channels.writing(channel, hello);
        assertThat(tracking.followed(engine).hasTransport()).isTrue();
        assertThat(session.relations()).isNull();
        up();
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void onlyTheFirstChannelThatWritesTheHelloBelongsToTheEngine() {
        channels.writing(channel, hello);
        Object relay = new Object();
        channels.writing(relay, hello);
        up();
        channels.event(tracking.followed(relay), Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void anotherHelloPairsNothing() throws Exception {
        channels.writing(channel, RecordMarkTest.wrapped("TLSv1.3"));
        channels.writing(channel, ByteBuffer.allocate(100));
        assertThat(tracking.followed(engine).hasTransport()).isFalse();
    }

    @Test
    void aBufferThatCannotBeReadPairsNothing() {
        channels.writing(channel, null);
        assertThat(tracking.followed(engine).hasTransport()).isFalse();
    }

    @Test
    void aChannelClosedAfterThePeersEndIsNotUndercut() throws Exception {
        channels.writing(channel, hello);
        up();
        channels.event(tracking.followed(channel), Event.PEER_EOF);
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isFalse();
        tracking.collected(session);
        assertThat(tracking.heard.found).isEmpty();
        assertThat(tracker.totals().verdicts()).containsKey(Verdict.CUT);
    }

    @Test
    void anEngineDroppedBeforeItsChannelIsClosedIsLost() throws Exception {
        channels.writing(channel, hello);
        up();
        session.weak.clear();
        channels.event(tracking.followed(channel), Event.PEER_EOF);
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        tracking.collected(session);
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(Verdict.LOST);
    }

    @Test
    void anOlderEngineIsPairedByTheFirstRecordSeen() throws Exception {
        ByteBuffer data = RecordMarkTest.wrapped("TLSv1.3").put(0, (byte) 23);
        ByteBuffer after = data.duplicate().position(data.limit());
        up();
        channels.wrapped(tracking.followed(engine), after, data.limit());
        channels.writing(channel, data);
        assertThat(tracking.followed(engine).hasTransport()).as("younger").isFalse();
        tracking.adopt(engine);
        channels.wrapped(tracking.followed(engine), after, data.limit());
        channels.writing(channel, data);
        assertThat(tracking.followed(engine).hasTransport()).isTrue();
    }

    @Test
    void aWrapperIsPairedWhenItsDelegateIs() {
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracking.link(wrapper, engine);
        channels.writing(channel, hello);
        assertThat(tracking.followed(wrapper).hasTransport()).isTrue();
        assertThat(outer.transport()).isSameAs(tracker.table.find(channel));
    }

    @Test
    void aChannelClosedAfterTheWrapperWasDroppedUndercutsTheDelegate() {
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracking.link(wrapper, engine);
        channels.writing(channel, hello);
        up();
        outer.weak.clear();
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(SessionState.has(outer.state(), SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void aDelegateStaysPairedWhenItsWrapperIsFound() {
        channels.writing(channel, hello);
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracking.link(wrapper, engine);
        up();
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(tracking.followed(wrapper).hasTransport()).isTrue();
        assertThat(SessionState.has(outer.state(), SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void aSocketOverAnEngineHasATransportOfItsOwn() {
        Object socket = new Object();
        tracking.follow(socket, Resource.SSL_SOCKET);
        tracking.link(socket, engine);
        channels.writing(channel, hello);
        assertThat(tracking.followed(socket).hasTransport()).isFalse();
    }

    @Test
    void aChannelUsedAgainBelongsToTheLatestEngine() throws Exception {
        channels.writing(channel, hello);
        up();
        tracking.event(engine, Event.CLOSE_OUTPUT);
        Object second = new Object();
        Session next = tracking.follow(second, Resource.SSL_ENGINE, Tracking.UP);
        ByteBuffer again = RecordMarkTest.wrapped("TLSv1.2");
        channels.wrapped(
                tracking.followed(second),
                again.duplicate().position(again.limit()),
                again.limit());
        channels.writing(channel, again);
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(SessionState.has(next.state(), SessionState.UNDERCUT)).isTrue();
        assertThat(has(SessionState.DESCRIPTOR_CLOSED)).isFalse();
    }

    private Session failed() {
        channels.writing(channel, hello);
        Session session = tracking.session(engine);
        tracking.event(engine, Event.FATAL);
        return session;
    }

    @Test
    void aFailedEngineIsNoLeakIfItsChannelIsClosedLater() throws Exception {
        Session session = failed();
        tracking.collected(session);
        assertThat(tracker.totals().verdicts()).as("waits for the channel").isEmpty();
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        tracking.collector.step();
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.FAILED);
        assertThat(tracking.heard.found).isEmpty();
    }

    @Test
    void aFailedEngineIsALeakIfItsChannelIsDropped() throws Exception {
        Session session = failed();
        tracking.collected(session);
        Tracked below = session.transport();
        below.weak.clear();
        below.weak.enqueue();
        tracking.collector.step();
        SessionFinding finding = tracking.heard.found.get(0);
        assertThat(finding.verdict).isEqualTo(Verdict.FAILED);
        assertThat(finding.severity).isEqualTo(Severity.LEAK);
        assertThat(finding.detail).isEqualTo(Detail.FAILED_CHANNEL_OPEN);
    }

    @Test
    void aChannelThatAnotherEngineUsesIsNoLongerThatOfTheFirst() throws Exception {
        Session session = failed();
        tracking.transports.layer(tracking.follow(new Object(), Resource.SSL_ENGINE), channel);
        tracking.collected(session);
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.FAILED);
        assertThat(tracking.heard.found).isEmpty();
    }

    @Test
    void aChannelOfAnEngineClosedInOrderIsForgottenToo() {
        channels.writing(channel, hello);
        up();
        tracking.event(engine, Event.CLOSE_OUTPUT);
        tracking.event(engine, Event.CLOSE_NOTIFY);
        assertThat(tracker.table.find(channel)).isNull();
        assertThat(tracker.closedSessions.size()).isEqualTo(2);
        channels.event(tracking.followed(channel), Event.CHANNEL_CLOSED);
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.CLOSED);
    }

    @Test
    void unknownEnginesAreNotRemembered() {
        ByteBuffer own = hello.duplicate().put(20, (byte) (hello.get(20) + 1));
        channels.wrapped(
                tracking.followed(new Object()),
                own.duplicate().position(own.limit()),
                own.limit());
        channels.writing(channel, own);
        assertThat(tracker.table.find(channel)).isNull();
    }
}
