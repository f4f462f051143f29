package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.model.HeapReader;
import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that libraries keep have the path that a person would name, from the program on. */
@CiOnly
class HeapPoolsIT {

    private static final String PACKAGE = "io.github.tlsleak.apps.libraries.heap.";
    private static final Path MODULE = AgentJvm.APPS.resolve("libraries");
    private static final Duration LONG = Duration.ofSeconds(90);

    private static HttpsServer server;

    @TempDir Path directory;

    @BeforeAll
    static void serve() throws Exception {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        server = HttpsServer.create(new InetSocketAddress(local, 0), 0);
        SSLContext context = Keys.init(SSLContext.getInstance("TLS"));
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HeldPools | okhttp | static P.HeldPools.okHttp -> OkHttpClient.connectionPool ->"
                        + " ConnectionPool.delegate -> RealConnectionPool.connections ->"
                        + " ConcurrentLinkedQueue[*] -> RealConnection.socket",
                "HeldPools | apache | static P.HeldPools.apache -> InternalHttpClient.connManager ->"
                        + " PoolingHttpClientConnectionManager.pool ->"
                        + " PoolingHttpClientConnectionManager$1.available -> LinkedList[*] ->"
                        + " PoolEntry.connRef -> AtomicReference[*] ->"
                        + " DefaultManagedHttpClientConnection.socketHolderRef ->"
                        + " AtomicReference[*] -> SocketHolder.sslSocket",
                "HeldPools | apache 4 | static P.HeldPools.older -> InternalHttpClient.connManager"
                        + " -> PoolingHttpClientConnectionManager.pool -> CPool.available ->"
                        + " LinkedList[*] -> CPoolEntry.conn ->"
                        + " LoggingManagedHttpClientConnection.socketHolder -> AtomicReference[*]",
                "HeldPools | reactor | static P.HeldPools.reactor -> HttpClientConnect.config ->"
                        + " HttpClientConfig.connectionProvider ->"
                        + " HttpConnectionProvider.http1ConnectionProvider ->"
                        + " DefaultPooledConnectionProvider.channelPools ->"
                        + " ConcurrentHashMap[*] -> SimpleDequePool.idleResources ->"
                        + " ConcurrentLinkedDeque[*] -> SimpleDequePool$QueuePooledRef.poolable ->"
                        + " DefaultPooledConnectionProvider$PooledConnection.channel ->"
                        + " NioSocketChannel.pipeline -> DefaultChannelPipeline.head ->"
                        + " DefaultChannelPipeline$HeadContext.next ->"
                        + " DefaultChannelHandlerContext.handler -> SslHandler.engine",
                "HeldPools | netty | static P.HeldPools.CHANNELS ->"
                        + " DefaultChannelGroup.nonServerChannels -> ConcurrentHashMap[*] ->"
                        + " NioSocketChannel.pipeline -> DefaultChannelPipeline.head ->"
                        + " DefaultChannelPipeline$HeadContext.next ->"
                        + " DefaultChannelHandlerContext.handler -> SslHandler.engine",
                "HeldPools | url | static sun.net.www.http.HttpClient.kac -> KeepAliveCache[*] ->"
                        + " ClientVector[*] -> KeepAliveEntry.hc -> HttpsClient.serverSocket",
                "HeldHttpClient | | static P.HeldHttpClient.client -> HttpClientFacade.impl ->"
                        + " HttpClientImpl.connections -> ConnectionPool.expiryList ->"
                        + " ConnectionPool$ExpiryList.list -> LinkedList[*] ->"
                        + " ConnectionPool$ExpiryEntry.connection -> AsyncSSLConnection.engine",
                "HeldDataSource | | static P.HeldDataSource.dataSource -> HikariDataSource.pool ->"
                        + " HikariPool.connectionBag -> ConcurrentBag.sharedList ->"
                        + " CopyOnWriteArrayList[*] -> PoolEntry.connection -> $Proxy.h ->"
                        + " HeldDataSource$Driver.socket",
            })
    void path(String program, String how, String path) throws Exception {
        for (Jdk jdk : Jdk.notThin()) {
            if (jdk.major() >= 11 || program.equals("HeldPools")) {
                String where = program + " " + how + " on " + jdk;
                // later JDKs have the class inside of another
                String found =
                        firstPath(jdk, program, how).replace("KeepAliveCache$Client", "Client");
                assertThat(found).as(where).isEqualTo(path.replace("P.", PACKAGE));
            }
        }
    }

    private String firstPath(Jdk jdk, String program, String how) throws Exception {
        Path file = directory.resolve(program + jdk.major() + ".hprof");
        AgentJvm jvm =
                new AgentJvm(jdk)
                        .withoutAgent()
                        .with(MODULE.resolve("target/classes"))
                        .withJarsOf(MODULE.resolve("target/releases/current"));
        String port = String.valueOf(server.getAddress().getPort());
        try (Forked played =
                jvm.start(PACKAGE + program, file.toString(), port, how == null ? "" : how)) {
            played.endsWell(LONG);
        }
        try (HeapDump dump = HeapDump.open(file, Progress.NONE)) {
            List<HeldGroup> groups =
                    HeapReader.read(dump, "x", null, List.of(), Progress.NONE).groups();
            assertThat(groups.get(0).alive()).isEqualTo(1);
            assertThat(groups.get(0).states().text()).contains("open");
            return groups.get(0).path().toString();
        }
    }
}
