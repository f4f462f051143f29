package io.github.tlsleak.agent.output.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingSeriesTest {

    private static final Verdict[] VERDICTS = Verdict.values();

    private final List<String> warnings = new ArrayList<>();
    private final FindingSeries series = new FindingSeries(warnings::add);
    private final Tracking tracking = new Tracking();

    private static List<String> texts(List<Series> all) {
        return all.stream()
                .map(
                        one ->
                                one.verdict
                                        + " "
                                        + one.severity.label()
                                        + " "
                                        + one.owner.json()
                                        + " "
                                        + one.resource.label()
                                        + " "
                                        + one.frame
                                        + " "
                                        + one.count())
                .toList();
    }

    private static long sum(List<Series> all, Severity severity) {
        return all.stream().filter(one -> one.severity == severity).mapToLong(Series::count).sum();
    }

    @Test
    void findingsOfOneKindAreOneSeries() throws Exception {
        tracking.at("com.acme.A", "a", 1);
        series.found(tracking.lost(Resource.SSL_SOCKET));
        series.found(tracking.lost(Resource.SSL_SOCKET));
        series.found(tracking.dropped(Resource.SSL_ENGINE, Event.CONNECTED, Event.STARTED));
        tracking.at("com.acme.B", "b", 2);
        series.found(tracking.lost(Resource.SSL_SOCKET));
        assertThat(texts(series.all()))
                .containsExactly(
                        "LOST leak application SSLSocket com.acme.A.a(A.java:1) 2",
                        "ABANDONED leak application SSLEngine com.acme.A.a(A.java:1) 1",
                        "LOST leak application SSLSocket com.acme.B.b(B.java:2) 1");
        assertThat(series.all().get(0).site).matches("[0-9a-f]{16}");
        assertThat(texts(series.after(2))).hasSize(1).allMatch(text -> text.contains(".B.b("));
        assertThat(series.after(3)).isEmpty();
        assertThat(series.after(9)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    /** Whatever comes, the series are the totals, told apart. */
    @Test
    void theSumsAreThoseOfTheTotals(@TempDir Path directory) throws Exception {
        Path rules = directory.resolve("rules");
        Files.writeString(rules, "com.acme.Accepted*\nUNSENT:*\n");
        Tracking all = new Tracking(false, Suppressions.read(rules, warnings));
        all.set("context.churn=1");
        assertThat(warnings).as("rules").isEmpty();
        for (String type : List.of("com.acme.A", "com.acme.Accepted", "org.postgresql.B")) {
            all.at(type, "a", 1);
            all.lost(Resource.SSL_SOCKET);
            all.lost(Resource.SSL_ENGINE);
            all.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.CLOSE);
            all.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.PEER_EOF);
            all.dropped(Resource.SSL_SERVER_SOCKET);
            all.dropped(Resource.SSL_SOCKET);
            all.contexts.created(new Object(), null, true);
        }
        all.collector.finish(true);
        List<Series> counted = all.heard.series.all();
        assertThat(all.heard.groups).isNotEmpty();
        assertThat(all.tracker.totals().suppressed()).isPositive();
        for (Severity severity : List.of(Severity.LEAK, Severity.DEFECT, Severity.NOTICE)) {
            assertThat(sum(counted, severity))
                    .as(severity.label() + texts(counted))
                    .isEqualTo(all.tracker.totals().count(severity));
        }
        assertThat(sum(counted, Severity.LEAK)).isPositive();
        for (Owner owner : Owner.values()) {
            assertThat(
                            counted.stream()
                                    .filter(one -> one.owner == owner)
                                    .filter(one -> one.severity == Severity.LEAK)
                                    .mapToLong(Series::count)
                                    .sum())
                    .as(owner.json())
                    .isEqualTo(all.tracker.totals().leaksByOwner().getOrDefault(owner, 0L));
        }
    }

    @Test
    void newsOfAGroupIsNotAnotherFinding() {
        for (GroupFinding.Phase phase : GroupFinding.Phase.values()) {
            series.found(
                    tracking.group(
                            Verdict.SESSION_HOARD,
                            Resource.SSL_SOCKET,
                            tracking.tracker.nowhere().site(Resource.SSL_SOCKET),
                            phase,
                            Map.of(),
                            Map.of()));
        }
        assertThat(series.all()).hasSize(1);
        assertThat(series.all().get(0).count()).isEqualTo(1);
    }

    /** A million sites: each has a session of its own, as the table of sites allows 10 000. */
    @Test
    void aMillionSitesAreBounded() {
        Tracking one = new Tracking();
        int sites = 0;
        long count = 0;
        Session[] sessions = new Session[5_000];
        while (sites < sessions.length) {
            one.at("com.acme.S" + sites, "s", 1);
            sessions[sites++] = one.follow(new Object(), Resource.SSL_SOCKET, Tracking.UP);
        }
        for (; count < 1_000_000; count++) {
            Session session = sessions[(int) (count % sessions.length)];
            Severity severity = Severity.values()[(int) (count / sessions.length % 3)];
            Grader.Grade grade = new Grader.Grade(severity, null, null);
            Verdict verdict = VERDICTS[(int) (count / sessions.length % VERDICTS.length)];
            series.found(
                    new SessionFinding(session, grade, verdict, 1, 0, MonotonicClock.millis()));
        }
        List<Series> all = series.all();
        assertThat(all.stream().map(s -> s.site).distinct())
                .hasSizeLessThanOrEqualTo(FindingSeries.MAX_SITES + 1);
        List<Series> other = all.stream().filter(s -> s.site.equals(Series.OTHER)).toList();
        assertThat(all).hasSize(FindingSeries.MAX_SERIES + other.size());
        assertThat(other).hasSizeLessThan(4 * VERDICTS.length).allMatch(s -> s.frame == null);
        assertThat(all.stream().mapToLong(Series::count).sum()).isEqualTo(count);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("200 sites or 1000 series").contains("site other");
    }

    /** What memory interrupts comes again, and counts once. */
    @Test
    void aFindingThatIsInterruptedCountsOnce() throws Exception {
        FindingSeries failing =
                new FindingSeries(
                        warning -> {
                            throw new OutOfMemoryError();
                        });
        for (int i = 0; i < FindingSeries.MAX_SITES; i++) {
            tracking.at("com.acme.S" + i, "s", 1);
            failing.found(tracking.lost(Resource.SSL_SOCKET));
        }
        tracking.at("com.acme.Last", "s", 1);
        SessionFinding last = tracking.lost(Resource.SSL_SOCKET);
        assertThatThrownBy(() -> failing.found(last)).isInstanceOf(OutOfMemoryError.class);
        failing.found(last);
        List<Series> all = failing.all();
        assertThat(all.get(all.size() - 1).site).isEqualTo(Series.OTHER);
        assertThat(all.get(all.size() - 1).count()).isEqualTo(1);
    }

    @Test
    void aRehearsalCountsNothing() throws Exception {
        CallStack nowhere = tracking.tracker.nowhere();
        assertThat(nowhere).isNotNull();
        series.rehearse(tracking.lost(Resource.SSL_SOCKET));
        assertThat(series.all()).isEmpty();
    }
}
