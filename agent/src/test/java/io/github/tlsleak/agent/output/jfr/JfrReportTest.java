package io.github.tlsleak.agent.output.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JfrReportTest {

    private final Tracking tracking = new Tracking();
    private final Recorder recorder = new Recorder();
    private final List<Throwable> errors = new ArrayList<>();
    private final JfrReport report = report(() -> recorder);

    private JfrReport report(Supplier<JfrSink> finder) {
        return new JfrReport(finder, () -> Snapshot.of(tracking.tracker), Labels.NONE, errors::add);
    }

    /** A flight recorder that writes down what is asked of it. */
    private static final class Recorder implements JfrSink {
        final List<String> heard = new ArrayList<>();
        boolean inUse = true;
        boolean broken;
        Supplier<List<Snapshot.OpenSite>> open;

        @Override
        public boolean isInUse() {
            return inUse;
        }

        @Override
        public void register(Supplier<List<Snapshot.OpenSite>> supplier, Labels labels) {
            heard.add("register");
            open = supplier;
            if (broken) {
                throw new IllegalStateException("broken");
            }
        }

        @Override
        public void leak(SessionFinding finding) {
            heard.add(finding.verdict.name());
        }

        @Override
        public void group(GroupFinding finding) {
            heard.add("group " + finding.words());
        }

        @Override
        public void unregister() {
            heard.add("unregister");
        }
    }

    @Test
    void registersWhenTheRecorderComesIntoUse() throws Exception {
        recorder.inUse = false;
        report.tick();
        report.found(tracking.lost(Resource.SSL_SOCKET));
        assertThat(recorder.heard).isEmpty();
        recorder.inUse = true;
        report.tick();
        report.tick();
        report.found(tracking.lost(Resource.SSL_SOCKET));
        assertThat(recorder.heard).containsExactly("register", "LOST");
    }

    @Test
    void aFindingBeforeTheFirstTickIsNotMissed() throws Exception {
        SessionFinding finding = tracking.lost(Resource.SSL_SOCKET);
        report.found(finding);
        report.found(tracking.contexts(Verdict.CONTEXT_CHURN, finding.site, 25, 25, 3));
        assertThat(recorder.heard)
                .containsExactly("register", "LOST", "group 25 contexts, 25 sessions, 3 alive");
    }

    @Test
    void openSessionsAreFindingsAndToldBySite() {
        Object socket = new Object();
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        tracking.event(socket, Event.ESTABLISHED);
        SessionFinding open = tracking.finding(socket, Verdict.OPEN, Severity.NOTICE, 73_000);
        report.found(open);
        report.over(open);
        report.tick();
        assertThat(recorder.heard).containsExactly("register", "OPEN");
        assertThat(recorder.open.get())
                .singleElement()
                .satisfies(site -> assertThat(site.sessions).isEqualTo(1));
    }

    @Test
    void openSitesAreBounded() {
        List<Object> sockets = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            sockets.add(new Object());
            tracking.at("com.acme.Many", "call" + i, i);
            tracking.tracker.created(sockets.get(i), Resource.SSL_SOCKET, null, false, false);
            tracking.event(sockets.get(i), Event.ESTABLISHED);
        }
        report.tick();
        assertThat(recorder.open.get()).hasSize(JfrReport.MAX_SITES);
    }

    @Test
    void afterCloseNothingIsCommitted() throws Exception {
        report.tick();
        report.close();
        report.close();
        report.found(tracking.lost(Resource.SSL_SOCKET));
        report.tick();
        assertThat(recorder.heard).containsExactly("register", "unregister");
    }

    @Test
    void closedBeforeTheRecorderWasUsedItNeverRegisters() {
        report.close();
        report.tick();
        assertThat(recorder.heard).isEmpty();
    }

    @Test
    void withoutARecorderNothingHappens() throws Exception {
        List<String> asked = new ArrayList<>();
        JfrReport none =
                report(
                        () -> {
                            asked.add("asked");
                            return null;
                        });
        none.tick();
        none.found(tracking.lost(Resource.SSL_SOCKET));
        none.close();
        assertThat(asked).as("asked once").hasSize(1);
        assertThat(errors).isEmpty();
    }

    @Test
    void aRecorderThatFailsIsGivenUpAfterOneError() throws Exception {
        recorder.broken = true;
        report.tick();
        report.tick();
        report.found(tracking.lost(Resource.SSL_SOCKET));
        report.close();
        assertThat(recorder.heard).containsExactly("register", "unregister");
        assertThat(errors).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsThrownAtTheRecorder() {
        JfrReport sad =
                new JfrReport(
                        () -> recorder,
                        () -> {
                            throw new IllegalStateException("no snapshot");
                        },
                        Labels.NONE,
                        errors::add);
        sad.tick();
        assertThat(recorder.open.get()).isEmpty();
        assertThat(errors).hasSize(1);
    }
}
