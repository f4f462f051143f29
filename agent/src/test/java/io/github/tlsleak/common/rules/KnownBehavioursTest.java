package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.text.DataFile;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownBehavioursTest {

    private static final String JSSE =
            "sun.security.ssl.SSLEngineImpl.<init>(SSLEngineImpl.java:1)";
    private static final String CLIENT =
            "jdk.internal.net.http.AbstractAsyncSSLConnection.createEngine(A.java:9)";
    private static final String APP = "com.acme.Client.call(Client.java:42)";

    private final KnownBehaviours known = new KnownBehaviours();

    @Test
    void shippedRulesAreSound() {
        assertThat(known.rules())
                .hasSameSizeAs(DataFile.lines(KnownBehaviours.class, "known-behaviours.txt"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        rule -> {
                            assertThat(rule.id()).matches("[a-z0-9.-]+");
                            assertThat(rule.owner()).isIn("jdk", "library");
                            assertThat(rule.sentence()).isNotBlank().doesNotEndWith(".");
                            assertThat(rule.link()).startsWith("https://");
                        });
        assertThat(known.rules()).extracting(KnownBehaviours.Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void shippedVerdictsExist() {
        for (String line : DataFile.lines(KnownBehaviours.class, "known-behaviours.txt")) {
            for (String verdict : line.split(" \\| ", -1)[2].split(",", -1)) {
                assertThat(Arrays.toString(Verdict.values()))
                        .contains(verdict.replaceAll("\\?$", ""));
            }
        }
    }

    @Test
    void theJdksClientAndServerAreKnown() {
        assertThat(known.match("LOST", List.of(JSSE, CLIENT, APP), false).id())
                .isEqualTo("java.net.http");
        assertThat(
                        known.match(
                                "UNSENT",
                                List.of(JSSE, "sun.net.httpserver.SSLStreams.<init>(S:1)"),
                                true))
                .extracting(KnownBehaviours.Rule::id)
                .isEqualTo("jdk.httpserver");
    }

    @Test
    void someAreExcusedOnlyWhereTheTransportIsNotSeen() {
        List<String> stack = List.of(JSSE, CLIENT, APP);
        assertThat(known.match("LOST", stack, false)).isNotNull();
        assertThat(known.match("LOST", stack, true)).isNull();
        assertThat(known.match("UNDERCUT", stack, true)).isNotNull();
    }

    @Test
    void otherVerdictsAndStacksAreNot() {
        assertThat(known.match("RESCUED", List.of(JSSE, CLIENT), false)).isNull();
        assertThat(known.match("LOST", List.of(JSSE, APP), false)).isNull();
        assertThat(known.match("LOST", List.of(), false)).isNull();
    }

    @Test
    void anApplicationCalledByTheJdkIsNotExcused() {
        assertThat(known.match("LOST", List.of(JSSE, APP, CLIENT), false)).isNull();
    }

    @Test
    void kafkasCloseIsExcusedByWhoClosedNotByWhoOpened() {
        List<String> close =
                List.of(
                        "sun.security.ssl.SSLEngineImpl.closeOutbound(SSLEngineImpl.java:1)",
                        "org.apache.kafka.common.network.SslTransportLayer.close(S.java:182)",
                        "org.apache.kafka.common.network.Selector.doClose(Selector.java:962)",
                        APP);
        assertThat(known.match("UNSENT", close, true)).isNull();
        assertThat(known.matchEnd("UNSENT", close, null).id()).isEqualTo("kafka");
        assertThat(known.matchEnd("UNDERCUT", close, null)).isNull();
    }

    @Test
    void apachesReactorMayLeaveAPeersCloseUnanswered() {
        String reactor = "org.apache.hc.core5.reactor.ssl.SSLIOSession.<init>(SSLIOSession.java:1)";
        assertThat(known.match("UNANSWERED", List.of(JSSE, reactor), true).id())
                .isEqualTo("httpclient5.async");
        assertThat(known.match("UNANSWERED", List.of(JSSE, APP, reactor), true)).isNull();
    }

    @Test
    void anApplicationThatWrapsEnginesIs() {
        String wrapper = "com.acme.MyContext.engineCreateSSLEngine(MyContext.java:3)";
        assertThat(known.match("LOST", List.of(JSSE, wrapper, CLIENT), false)).isNotNull();
    }

    @Test
    void aSocketBelowThatThrowsBytesAwayIsKnown() {
        String proxy = "com.microsoft.sqlserver.jdbc.TDSChannel$ProxySocket";
        assertThat(known.swallows(proxy)).isTrue();
        assertThat(known.matchEnd("UNSENT", List.of(), proxy).id()).isEqualTo("mssql-jdbc");
        assertThat(known.matchEnd("LOST", List.of(), proxy)).isNull();
        assertThat(known.swallows("com.acme.ProxySocket")).isFalse();
        assertThat(known.matchEnd("UNSENT", List.of(), null)).isNull();
        assertThat(known.match("UNSENT", List.of(proxy + ".x(A:1)"), false)).isNull();
    }

    @Test
    void whoClosesCanBeExcused() {
        KnownBehaviours own =
                new KnownBehaviours(
                        List.of(
                                "i | closer:com.acme.Pool.* | RESCUED | library | says | http://x"));
        List<String> closing = List.of(JSSE, "com.acme.Pool.clean(Pool.java:7)");
        assertThat(own.matchEnd("RESCUED", closing, null).id()).isEqualTo("i");
        assertThat(own.matchEnd("LOST", closing, null)).isNull();
        assertThat(own.matchEnd("RESCUED", List.of(), null)).isNull();
        assertThat(own.match("RESCUED", closing, false)).as("who made it").isNull();
    }

    @Test
    void starStandsForAllVerdictsAndBadLinesForNothing() {
        KnownBehaviours own =
                new KnownBehaviours(
                        List.of("x", "i | io.undertow.* | * | library | says | http://x"));
        assertThat(own.rules()).hasSize(1);
        assertThat(own.match("CUT", List.of("io.undertow.A.b(A:1)"), false).sentence())
                .isEqualTo("says");
    }
}
