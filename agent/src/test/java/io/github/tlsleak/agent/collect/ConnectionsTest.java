package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpEndpoint;
import io.github.tlsleak.agent.process.TcpState;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    private static final String HEAD = "  sl  local_address rem_address   st\n";
    private static final String ESTABLISHED = "01";
    private static final String CLOSE_WAIT = "08";

    @TempDir Path dir;

    private final Tracking tracking = new Tracking();
    private final Map<Object, Integer> ports = new IdentityHashMap<>();
    private final StringBuilder rows = new StringBuilder(HEAD);
    private ConnectionStates states;

    @BeforeEach
    void connect() {
        Endpoints endpoints =
                transport ->
                        ports.containsKey(transport)
                                ? TcpEndpoint.of(ports.get(transport), remote(), 443)
                                : null;
        states =
                new ConnectionStates(
                        tracking.tracker, endpoints, new TcpTables(dir.toFile(), 1_000));
    }

    private static InetAddress remote() {
        try {
            return InetAddress.getByName("10.1.2.3");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void row(int port, String state) throws IOException {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        String remote = little ? "0302010A" : "0A010203";
        rows.append(String.format("  1: %s:%04X %s:01BB %s 0\n", remote, port, remote, state));
        Files.writeString(dir.resolve("tcp"), rows);
    }

    private Session session(Resource resource, Object object) throws InterruptedException {
        tracking.follow(object, resource, Event.CONNECTED, Event.STARTED, Event.ESTABLISHED);
        // times are rounded up to a tick
        Thread.sleep(40);
        return tracking.session(object);
    }

    private Object socket(int port) {
        Object socket = new Object();
        ports.put(socket, port);
        return socket;
    }

    @Test
    void ofASocket() throws Exception {
        Session open = session(Resource.SSL_SOCKET, socket(5000));
        Session left = session(Resource.SSL_SOCKET, socket(5001));
        Session gone = session(Resource.SSL_SOCKET, socket(5002));
        Session other = session(Resource.SSL_SOCKET, new Object());
        row(5000, ESTABLISHED);
        row(5001, CLOSE_WAIT);
        Connections now = states.now();
        assertThat(now.areKnown()).isTrue();
        assertThat(now.state(open)).isEqualTo(TcpState.ESTABLISHED);
        assertThat(now.state(left)).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(now.state(gone)).isEqualTo(TcpState.GONE);
        assertThat(now.state(other)).isEqualTo(TcpState.UNKNOWN);
        assertThat(now.closeWaitMillis(open)).isEqualTo(-1);
        assertThat(now.closeWaitMillis(left)).isZero();
    }

    @Test
    void throughTheTransport() throws Exception {
        Object socket = new Object();
        Object engine = new Object();
        Session layered = session(Resource.SSL_SOCKET, socket);
        Session driven = session(Resource.SSL_ENGINE, engine);
        tracking.layered(socket, socket(5000));
        tracking.layered(engine, socket(5001));
        row(5000, CLOSE_WAIT);
        row(5001, CLOSE_WAIT);
        assertThat(states.now().state(layered)).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(states.now().state(driven)).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void tlsInsideTls() throws Exception {
        Object outer = socket(5000);
        Session below = session(Resource.SSL_SOCKET, outer);
        Object inner = new Object();
        Session above = session(Resource.SSL_SOCKET, inner);
        tracking.layered(inner, outer);
        row(5000, CLOSE_WAIT);
        assertThat(states.now().state(below)).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(states.now().state(above)).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void ofAWrappersDelegate() throws Exception {
        Object wrapper = new Object();
        Object delegate = socket(5000);
        tracking.follow(wrapper, Resource.SSL_SOCKET);
        tracking.follow(delegate, Resource.SSL_SOCKET);
        tracking.link(wrapper, delegate);
        Session root = session(Resource.SSL_SOCKET, new Object());
        row(5000, CLOSE_WAIT);
        assertThat(states.now().state(tracking.session(wrapper))).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(states.now().state(root)).isEqualTo(TcpState.UNKNOWN);
    }

    @Test
    void whatMovesSinceIsNotKnown() throws Exception {
        Object socket = socket(5000);
        Session session = session(Resource.SSL_SOCKET, socket);
        row(5000, CLOSE_WAIT);
        Connections then = states.now();
        session.touch(MonotonicClock.millis() + 1);
        assertThat(then.state(session)).isEqualTo(TcpState.UNKNOWN);
        assertThat(then.closeWaitMillis(session)).isEqualTo(-1);
        Thread.sleep(40);
        assertThat(states.now().state(session)).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void aYoungerSessionIsNotInTheTable() throws Exception {
        row(5000, CLOSE_WAIT);
        Connections before = states.now();
        Thread.sleep(40);
        Session session = session(Resource.SSL_SOCKET, socket(5000));
        assertThat(before.state(session)).isEqualTo(TcpState.UNKNOWN);
    }

    @Test
    void howLong() throws Exception {
        Session session = session(Resource.SSL_SOCKET, socket(5000));
        row(5000, CLOSE_WAIT);
        assertThat(states.now().closeWaitMillis(session)).isZero();
        long begin = MonotonicClock.millis();
        Thread.sleep(100);
        long between = MonotonicClock.millis() - begin;
        assertThat(states.now().closeWaitMillis(session)).isBetween(between, between + 10_000);
    }

    @Test
    void regularLooksArePaced() throws Exception {
        row(5000, ESTABLISHED);
        long begin = System.nanoTime();
        Connections last = null;
        long spent = 0;
        while (System.nanoTime() - begin < 2_000_000_000L) {
            long before = System.nanoTime();
            Connections current = states.recent();
            spent += current == last ? 0 : System.nanoTime() - before;
            last = current;
        }
        // half a second at once, and one hundredth of the rest; the last read may be a slow one
        assertThat(spent).isBetween(400_000_000L, 1_600_000_000L);
        assertThat(states.now()).isNotSameAs(last);
    }

    @Test
    void withoutATableNothingIsKnown() throws Exception {
        Session session = session(Resource.SSL_SOCKET, socket(5000));
        Connections now = states.now();
        assertThat(now.areKnown()).isFalse();
        assertThat(now.problem()).isNull();
        assertThat(now.state(session)).isEqualTo(TcpState.UNKNOWN);
        assertThat(now.closeWaitMillis(session)).isEqualTo(-1);
    }

    @Test
    void aTableThatIsTooLargeIsNotKnown() throws Exception {
        Session session = session(Resource.SSL_SOCKET, socket(5000));
        for (int i = 5000; i < 6_001; i++) {
            row(i, CLOSE_WAIT);
        }
        Connections now = states.now();
        assertThat(now.state(session)).isEqualTo(TcpState.UNKNOWN);
        assertThat(now.problem()).startsWith("more than 1000 connections");
    }
}
