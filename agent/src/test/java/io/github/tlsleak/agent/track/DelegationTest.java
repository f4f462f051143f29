package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.Test;

class DelegationTest {

    private final Tracking tracking = new Tracking();
    private final Object[] alive = {new Object(), new StringBuilder(), new int[0]};
    private final Session outer = tracking.follow(alive[0], Resource.SSL_SOCKET);
    private final Session middle = tracking.follow(alive[1], Resource.SSL_SOCKET);
    private final Session inner = tracking.follow(alive[2], Resource.SSL_SOCKET);

    @Test
    void threeLayersAreOneSession() {
        Delegation.join(outer, middle);
        Delegation.join(middle, inner);
        assertThat(inner.root()).isSameAs(outer);
        assertThat(Delegation.members(outer)).isEqualTo(3);
        assertThat(outer.relations().delegateClass).isEqualTo("[I");
    }

    @Test
    void threeLayersAreOneSessionIfTheInnerPairIsJoinedFirst() {
        Delegation.join(middle, inner);
        Delegation.join(outer, middle);
        assertThat(inner.root()).isSameAs(outer);
        assertThat(Delegation.members(outer)).isEqualTo(3);
        assertThat(Delegation.unfinalized(outer)).isEqualTo(3);
        assertThat(outer.relations().delegateClass).isEqualTo("[I");
    }

    @Test
    void joiningAgainChangesNothing() {
        Delegation.join(outer, inner);
        Delegation.join(outer, inner);
        Delegation.join(inner, outer);
        Delegation.join(outer, outer);
        assertThat(Delegation.members(outer)).isEqualTo(2);
        assertThat(outer.outer()).isNull();
    }

    @Test
    void theDetailsOfTheWrapperAreKept() {
        inner.agreed = TlsParameters.on("TLSv1.2", "X");
        inner.peerHost = "10.0.0.1";
        inner.peerPort(1);
        inner.mark(SessionState.SERVER);
        outer.peerHost = "db";
        outer.peerPort(5432);
        Delegation.join(outer, inner);
        assertThat(outer.agreed.protocol).isEqualTo("TLSv1.2");
        assertThat(outer.agreed.cipherSuite).isEqualTo("X");
        assertThat(outer.peerHost).isEqualTo("db");
        assertThat(outer.peerPort()).isEqualTo(5432);
        assertThat(SessionState.has(outer.state(), SessionState.SERVER)).isTrue();
    }

    @Test
    void aSessionIsGoneWithItsLastObject() {
        Delegation.join(outer, inner);
        assertThat(Delegation.lastGone(outer)).isFalse();
        assertThat(Delegation.lastGone(inner)).isTrue();
        assertThat(Delegation.awaitsFinalizer(outer)).isTrue();
        assertThat(Delegation.lastFinalized(inner)).isFalse();
        assertThat(Delegation.awaitsFinalizer(outer)).isTrue();
        assertThat(Delegation.lastFinalized(outer)).isTrue();
        assertThat(Delegation.awaitsFinalizer(outer)).isFalse();
    }

    @Test
    void anObjectMayBeGoneBeforeTheOthersAreJoined() {
        Delegation.join(middle, inner);
        assertThat(Delegation.lastGone(inner)).isFalse();
        assertThat(Delegation.lastFinalized(inner)).isFalse();
        Delegation.join(outer, middle);
        assertThat(Delegation.members(outer)).isEqualTo(2);
        assertThat(Delegation.unfinalized(outer)).isEqualTo(2);
        assertThat(Delegation.lastGone(outer)).isFalse();
        assertThat(Delegation.lastGone(middle)).isTrue();
    }

    @Test
    void flagsOfTheDelegateAreNotTakenOver() {
        inner.mark(Session.BORN_INSIDE | Session.DISMISSED);
        Delegation.join(outer, inner);
        assertThat(outer.is(Session.BORN_INSIDE | Session.DISMISSED)).isFalse();
    }
}
