package io.github.tlsleak.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.verdict.SessionState;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final Tracking tracking = new Tracking();
    private final Object[] alive = {new Object(), new StringBuilder(), new int[0]};
    private final Session outer = tracking.follow(alive[0], Resource.SSL_SOCKET);
    private final Session middle = tracking.follow(alive[1], Resource.SSL_SOCKET);
    private final Session inner = tracking.follow(alive[2], Resource.SSL_SOCKET);

    @Test
    void threeLayersAreOneSessionInAnyOrder() {
        Links.join(outer, middle);
        Links.join(middle, inner);
        assertThat(inner.root()).isSameAs(outer);
        assertThat(Links.members(outer)).isEqualTo(3);
        assertThat(outer.ties().delegateClass).isEqualTo("[I");
    }

    @Test
    void theInnerPairFirst() {
        Links.join(middle, inner);
        Links.join(outer, middle);
        assertThat(inner.root()).isSameAs(outer);
        assertThat(Links.members(outer)).isEqualTo(3);
        assertThat(Links.unfinalized(outer)).isEqualTo(3);
        assertThat(outer.ties().delegateClass).isEqualTo("[I");
    }

    @Test
    void againChangesNothing() {
        Links.join(outer, inner);
        Links.join(outer, inner);
        Links.join(inner, outer);
        Links.join(outer, outer);
        assertThat(Links.members(outer)).isEqualTo(2);
        assertThat(outer.outer()).isNull();
    }

    @Test
    void theOutersDetailsWin() {
        inner.agreed = Agreed.on("TLSv1.2", "X");
        inner.peerHost = "10.0.0.1";
        inner.peerPort(1);
        inner.mark(SessionState.SERVER);
        outer.peerHost = "db";
        outer.peerPort(5432);
        Links.join(outer, inner);
        assertThat(outer.agreed.protocol).isEqualTo("TLSv1.2");
        assertThat(outer.agreed.cipherSuite).isEqualTo("X");
        assertThat(outer.peerHost).isEqualTo("db");
        assertThat(outer.peerPort()).isEqualTo(5432);
        assertThat(SessionState.has(outer.state(), SessionState.SERVER)).isTrue();
    }

    @Test
    void theLastOneCounts() {
        Links.join(outer, inner);
        assertThat(Links.lastGone(outer)).isFalse();
        assertThat(Links.lastGone(inner)).isTrue();
        assertThat(Links.awaitsFinalizer(outer)).isTrue();
        assertThat(Links.lastFinalized(inner)).isFalse();
        assertThat(Links.awaitsFinalizer(outer)).isTrue();
        assertThat(Links.lastFinalized(outer)).isTrue();
        assertThat(Links.awaitsFinalizer(outer)).isFalse();
    }

    @Test
    void oneThatIsGoneBeforeTheOthersMeet() {
        Links.join(middle, inner);
        assertThat(Links.lastGone(inner)).isFalse();
        assertThat(Links.lastFinalized(inner)).isFalse();
        Links.join(outer, middle);
        assertThat(Links.members(outer)).isEqualTo(2);
        assertThat(Links.unfinalized(outer)).isEqualTo(2);
        assertThat(Links.lastGone(outer)).isFalse();
        assertThat(Links.lastGone(middle)).isTrue();
    }

    @Test
    void flagsOfTheDelegateStayItsOwn() {
        inner.mark(Session.BORN_INSIDE | Session.TOLD_OPEN);
        Links.join(outer, inner);
        assertThat(outer.is(Session.BORN_INSIDE | Session.TOLD_OPEN)).isFalse();
    }
}
