package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.TcpStates;
import io.github.tlsleak.it.matrix.LibraryVariant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers of libraries in one JVM, with connections that clients keep. The command heap must find
 * as many as the operating system has, those of each server by a path that names the server.
 */
class HeapServersIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Servers, and the part of a path that tells whose the connection is. */
    private static final Map<String, String> HOLDERS = new LinkedHashMap<>();

    static {
        HOLDERS.put("http.TomcatServer", "NioEndpoint.connections -> ConcurrentHashMap[*]");
        HOLDERS.put("http.JettyServer", "ServerConnector._endpoints -> Collections$SetFromMap[*]");
        HOLDERS.put("http.UndertowServer", "Conduit -> SslConduit.engine");
        HOLDERS.put("http.NettyServer", "thread \"nioEventLoopGroup-");
        HOLDERS.put("http.VertxServer", "thread \"vert.x-eventloop-thread-*\"");
        HOLDERS.put("http.ReactorServer", "thread \"server-nio-*\"");
        HOLDERS.put(
                "http.JdkServer", "ServerImpl.allConnections -> Collections$SynchronizedSet[*]");
    }

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyOpenConnectionIsToldWithItsServer(Jdk jdk) throws Exception {
        assumeThat(TcpStates.areKnown()).as("Linux").isTrue();
        assumeThat(jdk.major()).as("the libraries' JDK").isGreaterThanOrEqualTo(17);
        List<String> args = new ArrayList<>(List.of("1.3"));
        args.addAll(HOLDERS.keySet());
        List<SSLSocket> clients = new ArrayList<>();
        try (Forked app =
                LibraryVariant.current(jdk)
                        .withoutAgent()
                        .start(
                                "io.github.tlsleak.apps.libraries.Serve",
                                args.toArray(String[]::new))) {
            app.awaitOut("DONE"::equals, LONG);
            Map<String, Integer> open = connectToAll(app, clients);
            check(heap(app), open);
            app.release();
            app.endsWell(LONG);
        } finally {
            for (SSLSocket client : clients) {
                client.close();
            }
        }
    }

    /** Another number of connections to each server. Returns those that the system has, by name. */
    private static Map<String, Integer> connectToAll(Forked app, List<SSLSocket> clients)
            throws Exception {
        SSLContext context = Keys.init(SSLContext.getInstance("TLS"));
        Map<String, Integer> open = new LinkedHashMap<>();
        int number = 3;
        for (String server : HOLDERS.keySet()) {
            String line = app.awaitOut(l -> l.startsWith("PORT " + server), LONG);
            int port = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            for (int i = 0; i < number; i++) {
                clients.add(connect(context, port));
            }
            open.put(server, TcpStates.establishedOfLocal(port));
            assertThat(open.get(server)).as(server).isEqualTo(number);
            number += 2;
        }
        return open;
    }

    private static SSLSocket connect(SSLContext context, int port) throws Exception {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\nok") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
        return socket;
    }

    private static HeapSaid heap(Forked app) throws Exception {
        Ended said = Cli.on(Jdk.own()).run("heap", app.pid(), "--yes", "--format", "json");
        assertThat(said.exitCode()).as(said.everything()).isZero();
        return HeapSaid.of(said.json());
    }

    private static void check(HeapSaid said, Map<String, Integer> open) {
        SoftAssertions soft = new SoftAssertions();
        List<HeapSaid.Group> engines =
                said.groups().stream().filter(g -> g.states().contains("\"open\"")).toList();
        soft.assertThat(engines.stream().mapToInt(HeapSaid.Group::alive).sum())
                .as("all open in %s", said)
                .isEqualTo(open.values().stream().mapToInt(n -> n).sum());
        HOLDERS.forEach(
                (server, holder) ->
                        soft.assertThat(engines)
                                .as(server)
                                .anySatisfy(
                                        group -> {
                                            assertThat(group.path()).contains(holder);
                                            assertThat(group.count()).isEqualTo(open.get(server));
                                        }));
        soft.assertAll();
    }
}
