package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.has;
import static io.github.tlsleak.agent.judge.SessionState.peerGone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStateTest {

    private static int run(Event... events) {
        return after(0, events);
    }

    private static int after(int state, Event... events) {
        int now = state;
        for (Event event : events) {
            now = SessionState.after(now, event);
        }
        return now;
    }

    private static int bits(String names) throws ReflectiveOperationException {
        int bits = 0;
        for (String name : names.split("\\+")) {
            bits |= SessionState.class.getField(name).getInt(null);
        }
        return bits;
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED, CONNECTED",
        "STARTED, STARTED",
        "ESTABLISHED, STARTED+ESTABLISHED",
        "FATAL, STARTED+FATAL",
        "PEER_CLOSE_NOTIFY, PEER_CLOSE_NOTIFY",
        "PEER_EOF, PEER_EOF",
        "NO_INPUT, PEER_EOF",
        "PEER_RESET, PEER_RESET",
        "CLOSE, CLOSED",
        "CLOSE_OUTPUT, OUTPUT_CLOSED",
        "CLOSE_INPUT, INPUT_CLOSED",
        "CLOSE_NOTIFY, CLOSE_NOTIFY",
        "CLOSE_NOTIFY_FAILED, CLOSE_NOTIFY_FAILED",
        "CLOSE_THREW, CLOSE_THREW",
        "TRANSPORT_CLOSED, DESCRIPTOR_CLOSED",
        "LINGER_ZERO, LINGER_ZERO",
        "DESCRIPTOR_CLOSED, DESCRIPTOR_CLOSED",
        "RESCUE_STARTED, RESCUE_STARTED",
        "RESCUED, RESCUE_STARTED+RESCUED",
        "NATIVE_TAKEN, NATIVE",
    })
    void eachEventOnANewSession(Event event, String expected) throws Exception {
        assertThat(run(event)).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void theSameEventTwiceChangesNothing(Event event) {
        assertThat(run(event, event)).isEqualTo(run(event));
        int established = run(Event.CONNECTED, Event.ESTABLISHED, event);
        assertThat(after(established, event)).isEqualTo(established);
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void theTrackersOwnBitsStay(Event event) throws Exception {
        int own = bits("TLS13+CLIENT+PRECISE+ADOPTED");
        assertThat(SessionState.after(own, event) & own).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"PEER_CLOSE_NOTIFY", "PEER_EOF", "PEER_RESET"})
    void theStateSaysWhoClosedFirst(Event peer) {
        assertThat(peerGone(run(peer))).isTrue();
        for (Event close : new Event[] {Event.CLOSE, Event.CLOSE_OUTPUT}) {
            int peerFirst = run(Event.ESTABLISHED, peer, close);
            assertThat(has(peerFirst, SessionState.PEER_FIRST)).isTrue();
            int programFirst = run(Event.ESTABLISHED, close, peer);
            assertThat(has(programFirst, SessionState.PEER_FIRST)).isFalse();
            assertThat(peerGone(programFirst)).isTrue();
        }
    }

    @Test
    void aSecondCloseDoesNotChangeWhoClosedFirst() {
        int state = run(Event.ESTABLISHED, Event.CLOSE_OUTPUT, Event.PEER_EOF, Event.CLOSE);
        assertThat(has(state, SessionState.PEER_FIRST)).isFalse();
        assertThat(has(state, SessionState.CLOSED)).isTrue();
    }

    @Test
    void onlyTheFirstEndOfThePeerCounts() {
        int state = run(Event.PEER_CLOSE_NOTIFY, Event.PEER_EOF, Event.PEER_RESET);
        assertThat(has(state, SessionState.PEER_EOF | SessionState.PEER_RESET)).isFalse();
        int undercut = run(Event.ESTABLISHED, Event.TRANSPORT_CLOSED, Event.PEER_EOF);
        assertThat(peerGone(undercut)).isFalse();
    }

    @Test
    void aFatalAlertAfterTheEndChangesNothing() {
        int closed = run(Event.ESTABLISHED, Event.CLOSE);
        assertThat(SessionState.after(closed, Event.FATAL)).isEqualTo(closed);
        int undercut = run(Event.ESTABLISHED, Event.TRANSPORT_CLOSED);
        assertThat(SessionState.after(undercut, Event.FATAL)).isEqualTo(undercut);
    }

    @Test
    void closingTheInputAfterThePeerIsNotAHalfClose() {
        int state = run(Event.ESTABLISHED, Event.PEER_CLOSE_NOTIFY, Event.CLOSE_INPUT);
        assertThat(has(state, SessionState.INPUT_CLOSED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {
                "CLOSE",
                "FATAL",
                "CLOSE_NOTIFY",
                "PEER_CLOSE_NOTIFY",
                "PEER_EOF",
                "PEER_RESET"
            })
    void closingTheTransportAfterTheEndUndercutsNothing(Event end) {
        int state = run(Event.ESTABLISHED, end, Event.TRANSPORT_CLOSED);
        assertThat(has(state, SessionState.UNDERCUT)).isFalse();
        assertThat(has(state, SessionState.DESCRIPTOR_CLOSED)).isTrue();
    }

    @Test
    void closingTheTransportUnderALiveSessionUndercutsIt() {
        int state = run(Event.ESTABLISHED, Event.TRANSPORT_CLOSED);
        assertThat(has(state, SessionState.UNDERCUT)).isTrue();
        int half = run(Event.ESTABLISHED, Event.CLOSE_OUTPUT, Event.TRANSPORT_CLOSED);
        assertThat(has(half, SessionState.UNDERCUT)).isTrue();
        int late = after(state, Event.CLOSE_NOTIFY);
        assertThat(has(late, SessionState.CLOSE_NOTIFY)).isFalse();
        int unfinished = run(Event.STARTED, Event.TRANSPORT_CLOSED);
        assertThat(has(unfinished, SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void closingAChannelUndercutsAnEngineThatNobodyHasClosed() {
        assertThat(has(run(Event.ESTABLISHED, Event.CHANNEL_CLOSED), SessionState.UNDERCUT))
                .isTrue();
        int closed = run(Event.ESTABLISHED, Event.CLOSE_OUTPUT, Event.CHANNEL_CLOSED);
        assertThat(has(closed, SessionState.UNDERCUT)).isFalse();
        assertThat(has(closed, SessionState.DESCRIPTOR_CLOSED)).isTrue();
    }

    @Test
    void shuttingTheOutputUnderASessionUndercutsItAndFreesNothing() {
        int shut = run(Event.ESTABLISHED, Event.TRANSPORT_SHUT);
        assertThat(has(shut, SessionState.UNDERCUT)).isTrue();
        assertThat(has(shut, SessionState.DESCRIPTOR_CLOSED)).isFalse();
        int closed = run(Event.ESTABLISHED, Event.CLOSE_OUTPUT, Event.TRANSPORT_SHUT);
        assertThat(has(closed, SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void aCloseNotifyUnwrappedAfterTheEndOfTheStreamReplacesTheEnd() {
        int state = run(Event.ESTABLISHED, Event.PEER_EOF, Event.PEER_CLOSE_NOTIFY);
        assertThat(has(state, SessionState.PEER_CLOSE_NOTIFY)).isTrue();
        assertThat(has(state, SessionState.PEER_EOF)).isFalse();
    }

    @Test
    void aTransportClosedByAFinalizerUndercutsNothing() {
        int rescue = run(Event.ESTABLISHED, Event.RESCUE_STARTED);
        for (Event event :
                new Event[] {Event.TRANSPORT_CLOSED, Event.TRANSPORT_SHUT, Event.CHANNEL_CLOSED}) {
            assertThat(SessionState.after(rescue, event)).isEqualTo(rescue);
        }
    }

    @Test
    void lingerCanBeSwitchedOffAgain() {
        assertThat(run(Event.LINGER_ZERO, Event.LINGER_OTHER)).isZero();
        assertThat(run(Event.LINGER_OTHER)).isZero();
    }
}
