package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class LeakTextTest {

    private final Tracking tracking = new Tracking();

    private static <T> T inThread(String name, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName(name);
        try {
            return action.get();
        } finally {
            thread.setName(before);
        }
    }

    private Object established(Object object, Resource resource, String host) {
        tracking.tracker.created(object, resource, null, false, false);
        tracking.details.started(tracking.followed(object), true);
        tracking.details.established(
                tracking.followed(object), true, "TLSv1.3", "TLS_AES_256_GCM_SHA384", host, 5432);
        return object;
    }

    private SessionFinding finding(Object object, Severity severity, long lifeMillis) {
        return tracking.finding(object, Verdict.LOST, severity, lifeMillis);
    }

    @Test
    void allThatAReaderNeeds() throws NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        inThread("order-7", () -> established(engine, Resource.SSL_ENGINE, "db.internal"));
        SessionFinding finding = finding(engine, Severity.LEAK, 12_400);
        String site = finding.site.fingerprint();
        assertThat(site).matches("[0-9a-f]{16}");
        String expected =
                """
                leak #1 LOST: SSLEngine collected without close_notify
                  peer      db.internal:5432 (client)  TLSv1.3 TLS_AES_256_GCM_SHA384  SunJSSE sun.security.ssl.SSLEngineImpl
                  opened    OPENED by thread "order-7", lived 12.4 s
                  site      SITE  com.acme.OrderClient.call(OrderClient.java:42)  [application]
                  why       nobody called closeOutbound(): the peer cannot tell end of data from a truncation attack (RFC 8446, 6.1)
                  fix       call closeOutbound(), wrap until isOutboundDone(), send those bytes, then close the channel
                  allocated at
                    sun.security.ssl.SSLEngineImpl.<init>(SSLEngineImpl.java:1)
                  > com.acme.OrderClient.call(OrderClient.java:42)
                    com.acme.Main.main(Main.java:7)\
                """;
        assertThat(LeakText.full(finding, 1))
                .isEqualTo(
                        expected.replace("SITE", site)
                                .replace("OPENED", Instant.ofEpochMilli(finding.created) + ""));
    }

    @Test
    void namesFromOutsideCannotCommandATerminal() {
        Object socket = new Object();
        String bad = "a\u001b[2J\r\nb\u0007\u0085";
        inThread(bad, () -> established(socket, Resource.SSL_SOCKET, bad));
        SessionFinding finding = finding(socket, Severity.LEAK, 1);
        for (String text :
                new String[] {
                    LeakText.full(finding, 1), LeakText.again(finding, 10), LeakText.open(finding)
                }) {
            assertThat(text).contains("a?[2J??b??").doesNotContain("\u001b", "\r", "\u0007");
        }
        assertThat(LeakText.full(finding, 1)).contains("by thread \"a?[2J??b??\"");
        assertThat(LeakText.peer(finding)).isEqualTo(" to a?[2J??b??:5432");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        Object socket = new Object();
        tracking.set("stack.depth=0");
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        String text = LeakText.full(finding(socket, Severity.DEFECT, 5), 3);
        assertThat(text)
                .startsWith("defect #3 LOST: SSLSocket ")
                .contains("peer      not known", "java.lang.Object", "(stack not known)", "[jdk]")
                .endsWith("allocated at: not known (stack.depth=0, or a JVM without stacks)")
                .doesNotContain("null", "TLS", "client", "server", "finalizer", "adopted", "error");
    }

    @Test
    void specialCircumstances() {
        Object wrapper = established(new Object(), Resource.SSL_SOCKET, "db");
        Object delegate = established(new StringBuilder(), Resource.SSL_SOCKET, "db");
        tracking.link(wrapper, delegate);
        tracking.adopt(wrapper);
        tracking.event(wrapper, Event.RESCUE_STARTED);
        tracking.closed(wrapper, new IllegalStateException("x"));
        String text = LeakText.full(finding(wrapper, Severity.LEAK, 2_000), 1);
        assertThat(text)
                .contains("java.lang.StringBuilder in java.lang.Object\n")
                .contains("\n  opened    before tlsleak was attached (adopted), next used 20")
                .contains("lived at least 2.0 s, closed in a finalizer\n")
                .contains("\n  error     java.lang.IllegalStateException\n");
    }

    @Test
    void againAndOpen() {
        Object socket = established(new Object(), Resource.SSL_SOCKET, "db");
        SessionFinding finding = finding(socket, Severity.LEAK, 73_000);
        assertThat(LeakText.again(finding, 10))
                .startsWith(
                        "LOST now 10 times at site " + finding.site.fingerprint() + "  com.acme.")
                .endsWith("  [application], last SSLSocket to db:5432");
        assertThat(LeakText.open(finding)).startsWith("SSLSocket open for 73 s\n  peer      db:");
    }
}
