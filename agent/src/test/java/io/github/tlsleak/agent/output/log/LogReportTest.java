package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReportTest {

    private static final String WHO_HOLDS =
            "who holds them: java -jar tlsleak.jar heap " + ProcessHandle.current().pid();

    @TempDir Path dir;

    private final CapturedLog captured = new CapturedLog();
    private final LogReport report = new LogReport(captured.log());
    private final Tracking tracking = new Tracking();

    private void lose(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            report.found(tracking.lost(Resource.SSL_SOCKET));
        }
    }

    @Test
    void theFirstInFullThenAtPowersOfTen() throws InterruptedException {
        lose(1);
        assertThat(captured.text())
                .startsWith("[tlsleak] WARN leak #1 LOST: SSLSocket collected")
                .contains("  allocated at", "> com.acme.OrderClient.call");
        lose(8);
        assertThat(captured.messages()).isEqualTo(1);
        lose(1);
        assertThat(captured.text()).contains("[tlsleak] WARN LOST now 10 times at site ");
        lose(89);
        assertThat(captured.messages()).isEqualTo(2);
        lose(1);
        assertThat(captured.text()).contains("[tlsleak] WARN LOST now 100 times at site ");
        assertThat(captured.messages()).isEqualTo(3);
    }

    @Test
    void eachSiteInFullWithARunningNumber() throws InterruptedException {
        lose(2);
        tracking.at("com.acme.Other", "call", 1);
        lose(2);
        assertThat(captured.text()).contains("WARN leak #1 LOST", "WARN leak #3 LOST");
        assertThat(captured.messages()).isEqualTo(2);
    }

    private SessionFinding foundAt(int line) {
        Object socket = new Object();
        tracking.at("com.acme.OrderClient", "call", line);
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        SessionFinding finding = tracking.finding(socket, Verdict.LOST, Severity.LEAK, 1);
        report.found(finding);
        finding.site.foundAt(finding.stack);
        return finding;
    }

    @Test
    void anotherLineOfTheMethodInOneLine() {
        SessionFinding first = foundAt(42);
        foundAt(57);
        foundAt(57);
        assertThat(captured.messages()).isEqualTo(2);
        assertThat(captured.text())
                .contains("WARN LOST also at another line of site " + first.site.fingerprint())
                .contains("  com.acme.OrderClient.call(OrderClient.java:57)  [application]: ");
    }

    @Test
    void noticesAreInTheReportOnly() throws InterruptedException {
        report.found(tracking.dropped(Resource.SSL_ENGINE, Event.STARTED));
        assertThat(captured.text()).isEmpty();
    }

    /** On one site: an unanswered engine of TLS 1.3 is a notice, one of TLS 1.2 a defect. */
    @Test
    void aDefectIsToldInFullAlsoAfterANoticeOfTheSameVerdict() throws InterruptedException {
        for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
            Object engine = new Object();
            tracking.tracker.created(engine, Resource.SSL_ENGINE, null, false, false);
            tracking.details.established(tracking.followed(engine), true, protocol, "X", "db", 1);
            tracking.event(engine, Event.PEER_CLOSE_NOTIFY);
            report.found(tracking.drop(engine));
        }
        assertThat(captured.text()).contains("defect #1 UNANSWERED: SSLEngine");
    }

    @Test
    void suppressedFindingsAreNotTold() throws Exception {
        Path rules = Files.writeString(dir.resolve("rules"), "com.acme.OrderClient.*");
        Tracking quiet = new Tracking(false, Suppressions.read(rules, new ArrayList<>()));
        report.found(quiet.lost(Resource.SSL_SOCKET));
        assertThat(captured.text()).isEmpty();
    }

    private SessionFinding open() {
        Object socket = new Object();
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        tracking.details.started(tracking.followed(socket), false);
        tracking.details.connected(tracking.followed(socket), "10.0.0.7", 999);
        return tracking.finding(socket, Verdict.OPEN, Severity.NOTICE, 73_000);
    }

    @Test
    void openSessionsBySite() {
        for (int i = 0; i < 10; i++) {
            report.found(open());
        }
        assertThat(captured.text())
                .startsWith("[tlsleak] INFO SSLSocket open for 73 s\n")
                .containsOnlyOnce("\n  " + WHO_HOLDS)
                .contains("[tlsleak] INFO 10 sessions of site ", " were open too long");
        assertThat(captured.messages()).isEqualTo(2);
    }

    @Test
    void whoHoldsStandsBelowWhatIsAliveOnce() throws InterruptedException {
        lose(1);
        assertThat(captured.text()).doesNotContain("who holds");
        Object socket = new Object();
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        for (int i = 0; i < 10; i++) {
            report.found(tracking.finding(socket, Verdict.STUCK, Severity.DEFECT, 73_000));
        }
        assertThat(captured.text()).containsOnlyOnce(WHO_HOLDS);
        SessionFinding any = tracking.lost(Resource.SSL_SOCKET);
        report.found(tracking.contexts(Verdict.SESSION_HOARD, any.site, 20, 3, 1));
        assertThat(captured.text().trim()).endsWith("  " + WHO_HOLDS);
    }

    @Test
    void closedAfterAll() {
        report.over(open());
        assertThat(captured.text().trim())
                .startsWith(
                        "[tlsleak] INFO OPEN over after all, after 73 s: SSLSocket from"
                                + " 10.0.0.7:999 of site ");
    }

    @Test
    void contexts() throws InterruptedException {
        SessionFinding any = tracking.lost(Resource.SSL_SOCKET);
        report.found(tracking.contexts(Verdict.CONTEXT_CHURN, any.site, 20, 3, 1));
        assertThat(captured.text())
                .startsWith("[tlsleak] WARN CONTEXT_CHURN: SSLContexts of one site: 20 contexts");
    }
}
