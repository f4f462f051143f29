package io.github.tlsleak.agent.output.file;

import static io.github.tlsleak.agent.output.file.JsonLines.names;
import static io.github.tlsleak.agent.output.file.JsonLines.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.common.verdict.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sites in the report: described once a file; too many lines of one are counted. */
class JsonSitesTest extends JsonReportSetUp {

    @Test
    void aSiteIsDescribedOnce() throws Exception {
        open(1 << 20);
        SessionFinding first = tracking.lost(Resource.SSL_SOCKET);
        report.found(first);
        report.found(tracking.lost(Resource.SSL_SOCKET));
        tracking.at("com.acme.Other", "call", 1);
        report.found(tracking.lost(Resource.SSL_SOCKET));
        List<JsonNode> lines = lines("r.jsonl");
        assertThat(types(lines)).containsExactly("meta", "site", "leak", "leak", "site", "leak");
        JsonNode site = lines.get(1);
        assertThat(names(site))
                .containsExactly(
                        "type",
                        "site",
                        "fingerprint1",
                        "resource",
                        "frame",
                        "owner",
                        "stack",
                        "run");
        assertThat(site.get("fingerprint1").asText()).isEqualTo(first.stack.fingerprint1());
        assertThat(site.get("site").asText()).isEqualTo(first.site.fingerprint());
        assertThat(lines.get(2).get("site")).isEqualTo(site.get("site"));
        assertThat(site.get("resource").asText()).isEqualTo("SSLSocket");
        assertThat(site.get("owner").asText()).isEqualTo("application");
        assertThat(site.get("stack")).hasSize(3);
        assertThat(site.get("frame")).isEqualTo(site.get("stack").get(1));
    }

    @Test
    void aFindingOnAnotherLineOfTheMethodSaysWhichOne() throws Exception {
        open(1 << 20);
        report.found(tracking.lost(Resource.SSL_SOCKET));
        tracking.at("com.acme.OrderClient", "call", 57);
        SessionFinding second = tracking.lost(Resource.SSL_SOCKET);
        report.found(second);
        List<JsonNode> lines = lines("r.jsonl");
        assertThat(types(lines)).containsExactly("meta", "site", "leak", "leak");
        assertThat(names(lines.get(2))).doesNotContain("frame", "headline", "fingerprint1");
        assertThat(lines.get(3).get("site")).isEqualTo(lines.get(1).get("site"));
        assertThat(lines.get(3).get("frame").asText())
                .isEqualTo("com.acme.OrderClient.call(OrderClient.java:57)");
        assertThat(lines.get(3).get("fingerprint1").asText())
                .isEqualTo(second.stack.fingerprint1());
    }

    @Test
    void andOnceMoreInTheNextFile() throws Exception {
        open(1);
        for (int i = 1; i <= 2; i++) {
            report.found(tracking.lost(Resource.SSL_SOCKET));
            // the line has filled the file: it is the predecessor now
            assertThat(types(lines("r.jsonl"))).containsExactly("meta");
            List<JsonNode> lines = lines("r.jsonl.1");
            assertThat(types(lines)).containsExactly("meta", "site", "leak");
            assertThat(lines.get(2).get("count").intValue()).isEqualTo(i);
        }
    }

    @Test
    void tooManyLinesAreCounted() throws Exception {
        open(1 << 24);
        SessionFinding finding = tracking.lost(Resource.SSL_SOCKET);
        for (int i = 0; i < 1_500; i++) {
            report.found(finding);
        }
        report.close();
        List<JsonNode> lines = lines("r.jsonl");
        long leaks = lines.stream().filter(l -> l.get("type").asText().equals("leak")).count();
        assertThat(leaks).isBetween(1_000L, 1_499L);
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.get("type").asText()).isEqualTo("skipped");
        assertThat(last.get("site").asText()).isEqualTo(finding.site.fingerprint());
        assertThat(last.get("count").longValue()).isEqualTo(1_500 - leaks);
    }

    /** A reader of one file knows each site it names. */
    @Test
    void aSiteWhoseLinesWereLeftOutIsDescribed() throws Exception {
        open(1);
        SessionFinding finding = tracking.lost(Resource.SSL_SOCKET);
        for (int i = 0; i < 1_200; i++) {
            report.found(finding);
        }
        report.close();
        // the line of counts itself filled the file
        List<String> types = types(lines("r.jsonl.1"));
        assumeThat(types).as("a thousand files in a second").contains("skipped");
        assertThat(types).containsExactly("meta", "site", "skipped");
    }
}
