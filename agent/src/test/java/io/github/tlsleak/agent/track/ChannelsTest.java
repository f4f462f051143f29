package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines and the channels that their bytes go to. */
class ChannelsTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Channels channels = tracker.channels();
    private final Object engine = new Object();
    private final Object channel = new Object();
    private final Session session = tracking.follow(engine, Resource.SSL_ENGINE);
    private ByteBuffer hello;

    @BeforeEach
    void wrap() throws Exception {
        hello = RecordMarkTest.wrapped("TLSv1.3");
        int produced = hello.remaining();
        ByteBuffer destination = hello.duplicate().position(produced);
        channels.wrapped(engine, destination, produced);
        assertThat(destination.position()).isEqualTo(produced);
    }

    private void up() {
        for (Event event : Tracking.UP) {
            tracker.event(engine, event);
        }
    }

    private boolean has(int bits) {
        return SessionState.has(session.state(), bits);
    }

    @Test
    void theChannelThatWritesTheHelloIsTheEngines() {
        assertThat(channels.isPaired(engine)).isFalse();
        channels.writing(channel, hello);
        assertThat(channels.isPaired(engine)).isTrue();
        assertThat(session.relations()).isNull();
        up();
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void theFirstChannelThatWritesItIsMeant() {
        channels.writing(channel, hello);
        Object relay = new Object();
        channels.writing(relay, hello);
        up();
        channels.event(relay, Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void anotherHelloPairsNothing() throws Exception {
        channels.writing(channel, RecordMarkTest.wrapped("TLSv1.3"));
        channels.writing(channel, ByteBuffer.allocate(100));
        assertThat(channels.isPaired(engine)).isFalse();
    }

    @Test
    void whatAnotherThreadTakesAwayMeanwhileIsNoHello() {
        channels.writing(channel, null);
        assertThat(channels.isPaired(engine)).isFalse();
    }

    @Test
    void thePeersEndComesFirst() throws Exception {
        channels.writing(channel, hello);
        up();
        channels.event(channel, Event.PEER_EOF);
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(has(SessionState.UNDERCUT)).isFalse();
        tracking.collected(session);
        assertThat(tracking.heard.found).isEmpty();
        assertThat(tracker.totals().verdicts()).containsKey(Verdict.CUT);
    }

    @Test
    void anEngineDroppedBeforeItsChannelEndsIsLost() throws Exception {
        channels.writing(channel, hello);
        up();
        session.weak.clear();
        channels.event(channel, Event.PEER_EOF);
        channels.event(channel, Event.CHANNEL_CLOSED);
        tracking.collected(session);
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(Verdict.LOST);
    }

    @Test
    void anOlderEngineIsPairedByTheFirstRecordSeen() throws Exception {
        ByteBuffer data = RecordMarkTest.wrapped("TLSv1.3").put(0, (byte) 23);
        ByteBuffer after = data.duplicate().position(data.limit());
        up();
        channels.wrapped(engine, after, data.limit());
        channels.writing(channel, data);
        assertThat(channels.isPaired(engine)).as("younger").isFalse();
        tracking.adopt(engine);
        channels.wrapped(engine, after, data.limit());
        channels.writing(channel, data);
        assertThat(channels.isPaired(engine)).isTrue();
    }

    @Test
    void aWrapperIsPairedWhenItsDelegateIs() {
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracker.link(wrapper, engine);
        channels.writing(channel, hello);
        assertThat(channels.isPaired(wrapper)).isTrue();
        assertThat(outer.transport()).isSameAs(tracker.table.find(channel));
    }

    @Test
    void aChannelClosedAfterTheWrapperWasDroppedIsClosedUnderTheDelegate() {
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracker.link(wrapper, engine);
        channels.writing(channel, hello);
        up();
        outer.weak.clear();
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(SessionState.has(outer.state(), SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void aDelegatePairedBeforeStaysSo() {
        channels.writing(channel, hello);
        Object wrapper = new Object();
        Session outer = tracking.follow(wrapper, Resource.SSL_ENGINE);
        tracker.link(wrapper, engine);
        up();
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(channels.isPaired(wrapper)).isTrue();
        assertThat(SessionState.has(outer.state(), SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void aSocketOverAnEngineHasATransportOfItsOwn() {
        Object socket = new Object();
        tracking.follow(socket, Resource.SSL_SOCKET);
        tracker.link(socket, engine);
        channels.writing(channel, hello);
        assertThat(channels.isPaired(socket)).isFalse();
    }

    @Test
    void aChannelUsedAgainCarriesTheLatest() throws Exception {
        channels.writing(channel, hello);
        up();
        tracker.event(engine, Event.CLOSE_OUTPUT);
        Object second = new Object();
        Session next = tracking.follow(second, Resource.SSL_ENGINE, Tracking.UP);
        ByteBuffer again = RecordMarkTest.wrapped("TLSv1.2");
        channels.wrapped(second, again.duplicate().position(again.limit()), again.limit());
        channels.writing(channel, again);
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(SessionState.has(next.state(), SessionState.UNDERCUT)).isTrue();
        assertThat(has(SessionState.DESCRIPTOR_CLOSED)).isFalse();
    }

    private Session failed() {
        channels.writing(channel, hello);
        Session session = tracker.session(engine);
        tracker.event(engine, Event.FATAL);
        return session;
    }

    @Test
    void theChannelOfAFailedEngineThatIsClosedLaterIsNoLeak() throws Exception {
        Session session = failed();
        tracking.collected(session);
        assertThat(tracker.totals().verdicts()).as("waits for the channel").isEmpty();
        channels.event(channel, Event.CHANNEL_CLOSED);
        tracking.collector.step();
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.FAILED);
        assertThat(tracking.heard.found).isEmpty();
    }

    @Test
    void theChannelOfAFailedEngineThatIsForgottenIsALeak() throws Exception {
        Session session = failed();
        tracking.collected(session);
        Tracked below = session.transport();
        below.weak.clear();
        below.weak.enqueue();
        tracking.collector.step();
        Finding finding = tracking.heard.found.get(0);
        assertThat(finding.verdict).isEqualTo(Verdict.FAILED);
        assertThat(finding.severity).isEqualTo(Severity.LEAK);
        assertThat(finding.detail).isEqualTo(Detail.FAILED_CHANNEL_OPEN);
    }

    @Test
    void aChannelThatAnotherEngineTookOverIsNotThatOfTheFirst() throws Exception {
        Session session = failed();
        tracker.transports().layer(tracking.follow(new Object(), Resource.SSL_ENGINE), channel);
        tracking.collected(session);
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.FAILED);
        assertThat(tracking.heard.found).isEmpty();
    }

    @Test
    void aChannelOfAnEngineClosedInOrderIsForgottenToo() {
        channels.writing(channel, hello);
        up();
        tracker.event(engine, Event.CLOSE_OUTPUT);
        tracker.event(engine, Event.CLOSE_NOTIFY);
        assertThat(tracker.table.find(channel)).isNull();
        assertThat(tracker.closedSessions.size()).isEqualTo(2);
        channels.event(channel, Event.CHANNEL_CLOSED);
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.CLOSED);
    }

    @Test
    void unknownEnginesAreNotRemembered() {
        ByteBuffer own = hello.duplicate().put(20, (byte) (hello.get(20) + 1));
        channels.wrapped(new Object(), own.duplicate().position(own.limit()), own.limit());
        channels.writing(channel, own);
        assertThat(tracker.table.find(channel)).isNull();
    }
}
