package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.DataFile;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixesTest {

    private static final String JSSE = "sun.security.ssl.SSLSocketImpl.<init>(S.java:1)";
    private static final String APP = "com.acme.Client.call(Client.java:42)";

    private static String fix(Verdict verdict, String... frames) {
        return fix(verdict, Resource.SSL_SOCKET, frames);
    }

    private static String fix(Verdict verdict, Resource resource, String... frames) {
        List<String> stack = List.of(frames);
        String responsible = new Attribution(List.of()).of(stack).responsible();
        return Fixes.of(verdict, resource, null, Fixes.holders(stack, responsible));
    }

    @Test
    void shippedLinesAreSound() {
        Set<String> ids = new HashSet<>();
        Attribution attribution = new Attribution(List.of());
        for (String line : DataFile.lines(Fixes.class, "fixes.txt")) {
            List<String> fields = DataFile.fields(line, " | ");
            assertThat(fields).as(line).hasSize(5).noneMatch(String::isEmpty);
            assertThat(fields.get(0)).matches("[a-z0-9.]+");
            assertThat(ids.add(fields.get(0))).as("twice: " + fields.get(0)).isTrue();
            for (String glob : DataFile.fields(fields.get(1), ",")) {
                assertThat(glob).as(line).matches("[\\w.]+\\*");
                String frame = glob.replaceAll("\\.?\\*$", ".Some.call(Some.java:1)");
                assertThat(attribution.of(List.of(frame)).owner())
                        .as(glob)
                        .isNotEqualTo(Owner.APPLICATION);
            }
            for (String text : fields.subList(2, 5)) {
                assertThat(text).doesNotEndWith(".").matches("-|[a-z].*");
            }
        }
        assertThat(ids).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "sun.net.www.protocol.https.HttpsClient.afterConnect, getErrorStream()",
        "okhttp3.internal.connection.RealConnection.connectTls, close each Response",
        "org.apache.http.conn.ssl.SSLConnectionSocketFactory.connectSocket,"
                + " CloseableHttpResponse",
        "org.apache.hc.client5.http.ssl.AbstractClientTlsStrategy.upgrade, close each response",
        "org.postgresql.ssl.MakeSSL.convert, close the Connection",
        "com.rabbitmq.client.impl.SocketFrameHandlerFactory.create, close the Connection",
        "com.sun.mail.util.SocketFetcher.getSocket, close the Transport",
        "com.sun.jndi.ldap.Connection.<init>, close the DirContext",
        "io.lettuce.core.SslConnectionBuilder$1.initChannel, StatefulRedisConnection",
        "software.amazon.awssdk.http.nio.netty.internal.Pool.init, close the client",
        "io.netty.channel.nio.NioEventLoop.run, close the Channel",
    })
    void speaksOfWhatTheReaderHolds(String frame, String words) {
        for (Verdict verdict : new Verdict[] {Verdict.LOST, Verdict.PEER_CLOSED}) {
            assertThat(fix(verdict, JSSE, frame + "(S.java:1)", APP)).contains(words);
        }
    }

    @Test
    void otherVerdictsAskForTimeoutsAndSharing() {
        String frame = "sun.net.www.protocol.https.HttpsClient.afterConnect(H.java:1)";
        assertThat(fix(Verdict.STUCK, JSSE, frame, APP)).contains("setReadTimeout()");
        assertThat(fix(Verdict.CONTEXT_HOARD, Resource.SSL_CONTEXT, JSSE, APP))
                .isEqualTo("make one SSLContext, or the client object that makes it, and share it");
        String okhttp = "okhttp3.OkHttpClient.<init>(O.kt:1)";
        assertThat(fix(Verdict.CONTEXT_CHURN, Resource.SSL_CONTEXT, JSSE, okhttp, APP))
                .startsWith("make one OkHttpClient and share it");
        // how a close went wrong does not depend on who holds the session
        assertThat(fix(Verdict.UNSENT, JSSE, frame, APP))
                .isEqualTo(VerdictText.fix(Verdict.UNSENT, Resource.SSL_SOCKET));
    }

    @Test
    void whatStandsNearerToTheApplicationComesFirst() {
        String mysql = "com.mysql.cj.protocol.ExportControlled.performTlsHandshake(E.java:1)";
        String hikari = "com.zaxxer.hikari.pool.HikariPool.getConnection(H.java:1)";
        String hibernate = "org.hibernate.engine.jdbc.Access.obtainConnection(A.java:1)";
        String netty = "io.netty.channel.nio.NioEventLoop.run(N.java:1)";
        assertThat(fix(Verdict.LOST, JSSE, mysql, hikari, hibernate, APP))
                .contains("EntityManager");
        assertThat(fix(Verdict.LOST, JSSE, mysql, hikari, APP)).contains("DataSource");
        assertThat(fix(Verdict.LOST, JSSE, "io.lettuce.core.X.init(X.java:1)", netty))
                .contains("RedisClient");
    }

    @Test
    void onlyTheCodeAboveTheApplicationCounts() {
        String spring = "org.springframework.web.client.RestTemplate.execute(R.java:1)";
        String own = VerdictText.fix(Verdict.LOST, Resource.SSL_SOCKET);
        assertThat(fix(Verdict.LOST, JSSE, APP, spring)).isEqualTo(own);
        assertThat(fix(Verdict.LOST, JSSE, APP)).isEqualTo(own);
        assertThat(fix(Verdict.LOST)).isEqualTo(own);
        // a factory of the application that a library calls
        String factory = "com.acme.Factory.createSocket(Factory.java:7)";
        String driver = "org.postgresql.ssl.MakeSSL.convert(M.java:1)";
        assertThat(fix(Verdict.LOST, JSSE, factory, driver, APP)).contains("the Connection");
    }

    @Test
    void theHolderIsNamedWhereAFinalizerClosed() {
        List<String> holders = List.of("sun.net.www.protocol.https.HttpsClient.a(H.java:1)");
        assertThat(
                        Fixes.of(
                                Verdict.RESCUED,
                                Resource.SSL_SOCKET,
                                Detail.FOREIGN_FINALIZER,
                                holders))
                .contains("disconnect()");
        assertThat(
                        Fixes.of(
                                Verdict.RESCUED,
                                Resource.SSL_SOCKET,
                                Detail.FOREIGN_FINALIZER,
                                List.of()))
                .contains("close the object that owns the connection");
    }
}
