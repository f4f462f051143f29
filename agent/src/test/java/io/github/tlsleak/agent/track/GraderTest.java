package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraderTest {

    private static final String HTTP = "jdk.internal.net.http.AbstractAsyncSSLConnection";

    @TempDir Path dir;

    private final Tracking lenient = new Tracking();
    private final Tracking strict = new Tracking(true, Suppressions.none());

    private Tracking suppressing(String rule) throws IOException {
        Path file = Files.writeString(dir.resolve("rules"), rule);
        return new Tracking(false, Suppressions.read(file, new ArrayList<>()));
    }

    @Test
    void knownBehaviourIsANotice() throws InterruptedException {
        SessionFinding finding = lenient.at(HTTP, "createEngine", 9).lost(Resource.SSL_ENGINE);
        assertThat(finding.severity).isEqualTo(Severity.NOTICE);
        assertThat(finding.known.id()).isEqualTo("java.net.http");
    }

    @Test
    void strictKnowsNoExcuse() throws InterruptedException {
        SessionFinding finding = strict.at(HTTP, "createEngine", 9).lost(Resource.SSL_ENGINE);
        assertThat(finding.severity).isEqualTo(Severity.LEAK);
        assertThat(finding.known).isNull();
    }

    @Test
    void strictNoticesWhatEndsWithoutACloseNotify() throws InterruptedException {
        Event[] cut = {Event.ESTABLISHED, Event.PEER_EOF, Event.CLOSE};
        assertThat(lenient.dropped(Resource.SSL_SOCKET, cut)).isNull();
        SessionFinding finding = strict.dropped(Resource.SSL_SOCKET, cut);
        assertThat(finding.verdict).isEqualTo(Verdict.CUT);
        assertThat(finding.severity).isEqualTo(Severity.NOTICE);
        Event[] failed = {Event.ESTABLISHED, Event.FATAL, Event.CLOSE};
        assertThat(strict.dropped(Resource.SSL_SOCKET, failed).verdict).isEqualTo(Verdict.FAILED);
    }

    @Test
    void strictLeavesTheCleanAlone() throws InterruptedException {
        assertThat(
                        strict.dropped(
                                Resource.SSL_SOCKET,
                                Event.ESTABLISHED,
                                Event.CLOSE,
                                Event.CLOSE_NOTIFY))
                .isNull();
        assertThat(strict.dropped(Resource.SSL_SOCKET, Event.STARTED, Event.CLOSE)).isNull();
    }

    @Test
    void suppressedIsFoundAndCountedApart() throws Exception {
        Tracking tracking = suppressing("LOST:com.acme.OrderClient.*");
        SessionFinding finding = tracking.lost(Resource.SSL_SOCKET);
        assertThat(finding.suppressedBy).isEqualTo("LOST:com.acme.OrderClient.*");
        assertThat(tracking.tracker.totals().suppressed()).isEqualTo(1);
        assertThat(tracking.tracker.totals().count(Severity.LEAK)).isZero();
        assertThat(tracking.tracker.totals().leaks()).isEmpty();
        assertThat(tracking.tracker.totals().verdicts()).containsEntry(Verdict.LOST, 1L);
        SessionFinding other = tracking.at("com.acme.Other", "x", 1).lost(Resource.SSL_SOCKET);
        assertThat(other.suppressedBy).isNull();
    }

    @Test
    void whatIsOnlyCountedUsesNoSuppression() throws Exception {
        Tracking tracking = suppressing("com.acme.**");
        tracking.dropped(Resource.SSL_ENGINE);
        assertThat(tracking.tracker.totals().suppressed()).isZero();
    }
}
