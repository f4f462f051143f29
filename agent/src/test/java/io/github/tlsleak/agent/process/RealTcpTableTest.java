package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Linux itself says of real connections. */
class RealTcpTableTest {

    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final TcpTables tables = TcpTables.ofThisProcess();

    @BeforeEach
    void onLinux() {
        Assumptions.assumeTrue(new File("/proc/self/net/tcp").isFile(), "not Linux");
    }

    private static TcpEndpoint of(Socket socket) {
        return TcpEndpoint.of(socket.getLocalPort(), socket.getInetAddress(), socket.getPort());
    }

    /** Reads until the state of a socket is as expected; the kernel takes a moment. */
    private TcpState await(TcpEndpoint endpoint, Predicate<TcpState> expected) throws Exception {
        long end = System.nanoTime() + WAIT_NANOS;
        while (true) {
            TcpTable table = tables.read(TcpTable.NONE, 1);
            assertThat(table.isKnown()).as(table.problem()).isTrue();
            TcpState state = table.state(endpoint);
            if (expected.test(state) || System.nanoTime() > end) {
                return state;
            }
            Thread.sleep(20);
        }
    }

    private void aPeerThatCloses(InetAddress address) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, address);
                Socket client = new Socket(address, server.getLocalPort());
                Socket accepted = server.accept()) {
            TcpEndpoint there = of(accepted);
            TcpState up = TcpState.ESTABLISHED;
            assertThat(await(of(client), up::equals)).isEqualTo(up);
            assertThat(await(there, up::equals)).isEqualTo(up);
            accepted.close();
            TcpState wait = TcpState.CLOSE_WAIT;
            assertThat(await(of(client), wait::equals)).isEqualTo(wait);
            assertThat(await(there, TcpState.OTHER::equals)).isEqualTo(TcpState.OTHER);
        }
    }

    @Test
    void overIpv4() throws Exception {
        aPeerThatCloses(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void overIpv6() throws Exception {
        InetAddress address = InetAddress.getByName("::1");
        try (ServerSocket probe = new ServerSocket(0, 5, address)) {
            assertThat(probe.getLocalPort()).isPositive();
        } catch (IOException e) {
            Assumptions.abort("no IPv6: " + e);
        }
        aPeerThatCloses(address);
    }

    @Test
    void aResetConnectionIsGone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Socket client = new Socket("127.0.0.1", server.getLocalPort());
                Socket accepted = server.accept()) {
            client.setSoLinger(true, 0);
            TcpEndpoint there = of(accepted);
            client.close();
            assertThat(await(there, TcpState.GONE::equals)).isEqualTo(TcpState.GONE);
        }
    }
}
