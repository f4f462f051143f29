package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.log.CapturedLog;
import io.github.tlsleak.agent.output.log.LogReport;
import io.github.tlsleak.agent.output.status.Summaries;
import io.github.tlsleak.agent.output.status.Summary;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a baseline changes in log, report and summary. */
class BaselineReportTest {

    private static final String META = "{\"type\":\"meta\"}";
    private static final String UNSEEN = "0123456789abcdef";

    @TempDir Path dir;

    private final CapturedLog captured = new CapturedLog();
    private final LogReport log = new LogReport(captured.log());
    private Tracking tracking;

    @BeforeEach
    void acceptOneSite() throws Exception {
        String known = old(new Tracking()).lost(Resource.SSL_SOCKET).site.fingerprint();
        Path file = Files.writeString(dir.resolve("b"), known + " old\n" + UNSEEN + "\n");
        Baseline baseline = Baseline.read(file, new ArrayList<>());
        tracking = new Tracking(false, Suppressions.none(), baseline);
    }

    private static Tracking old(Tracking tracking) {
        return tracking.at("com.acme.Old", "call", 1);
    }

    private static Tracking fresh(Tracking tracking) {
        return tracking.at("com.acme.New", "call", 1);
    }

    private Summary summary() {
        return Summaries.of(tracking);
    }

    @Test
    void newSitesAreMarkedInTheLogAndAcceptedOnesNotTold() throws Exception {
        log.found(old(tracking).lost(Resource.SSL_SOCKET));
        assertThat(captured.text()).isEmpty();
        log.found(fresh(tracking).lost(Resource.SSL_SOCKET));
        assertThat(captured.text())
                .contains("leak #1 LOST", "New.call(New.java:1)  [application, new]");
    }

    @Test
    void openSessionsAndContextsOfAcceptedSitesAreNotToldEither() throws Exception {
        Site site = old(tracking).lost(Resource.SSL_SOCKET).site;
        log.found(tracking.contexts(Verdict.CONTEXT_CHURN, site, 25, 25, 1));
        Object socket = new Object();
        tracking.tracker.created(socket, Resource.SSL_SOCKET, null, false, false);
        SessionFinding open = tracking.finding(socket, Verdict.OPEN, Severity.NOTICE, 73_000);
        log.found(open);
        log.over(open);
        assertThat(captured.text()).isEmpty();
    }

    @Test
    void theSummaryCountsThem() throws Exception {
        old(tracking).lost(Resource.SSL_SOCKET);
        old(tracking).lost(Resource.SSL_SOCKET);
        fresh(tracking).lost(Resource.SSL_SOCKET);
        assertThat(summary().text(true))
                .contains("3 leaks")
                .contains("2 LOST at ", "[application, known from baseline]")
                .contains("1 LOST at ", "[application, new]")
                .contains(
                        "\n  baseline: 2 findings at 1 known site, 1 new site;"
                                + " 1 of its sites without findings");
        JsonNode json = new ObjectMapper().readTree(summary().json().toString());
        assertThat(json.get("leaks").get("LOST").intValue()).isEqualTo(3);
        assertThat(json.get("baseline"))
                .hasToString(
                        "{\"accepted\":2,\"acceptedSites\":1,\"newSites\":1,\"unseenSites\":1}");
    }

    @Test
    void withoutABaselineNothingIsSaidOfIt() throws Exception {
        tracking = new Tracking();
        tracking.lost(Resource.SSL_SOCKET);
        assertThat(summary().text(true)).doesNotContain("baseline", "new");
        assertThat(summary().json().toString()).doesNotContain("baseline");
    }

    @Test
    void theReportMarksNewSites() throws Exception {
        Path file = dir.resolve("r.jsonl");
        JsonReport report =
                new JsonReport(captured.log()::warn, "r1", META, file.toString(), 0, 1 << 20, 0600);
        report.found(old(tracking).lost(Resource.SSL_SOCKET));
        report.found(fresh(tracking).lost(Resource.SSL_SOCKET));
        report.close();
        assertThat(site(file, 1).has("new")).isFalse();
        assertThat(site(file, 3).get("new").booleanValue()).isTrue();
        assertThat(JsonLines.types(JsonLines.read(file)).subList(1, 5))
                .containsExactly("site", "leak", "site", "leak");
    }

    private static JsonNode site(Path file, int line) throws IOException {
        return JsonLines.read(file).get(line);
    }
}
