package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSwitchTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Tracking tracking = new Tracking();
    private final ReportSwitch reports =
            new ReportSwitch(
                    new Launch(false, null, System.err)
                            .with(Labels.of(Map.of("service", "shop"), log)),
                    log::add);

    @AfterEach
    void nothingIsLeftOpen() throws IOException {
        reports.end(last());
        assertThat(OpenFiles.below(dir)).isEmpty();
        assertThat(log).isEmpty();
    }

    private JsonReport open(String file) {
        String args = file == null ? "" : "report=" + dir.resolve(file);
        return reports.open(Options.load(args, new Properties(), Map.of(), warnings), warnings);
    }

    private static JsonLine last() {
        return JsonLine.ofType("summary");
    }

    private List<String> types(String file) throws IOException {
        return JsonLines.types(JsonLines.read(dir.resolve(file)));
    }

    @Test
    void withoutAReportNothingIsWritten() throws Exception {
        assertThat(open(null)).isNull();
        reports.found(tracking.lost(Resource.SSL_SOCKET));
        reports.write(last());
        reports.tick();
        assertThat(reports.file()).isNull();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void findingsGoToTheReportInForce() throws Exception {
        assertThat(open("a")).isNull();
        reports.found(tracking.lost(Resource.SSL_SOCKET));
        JsonReport before = open("b");
        reports.found(tracking.lost(Resource.SSL_SOCKET));
        before.end(last());
        reports.end(last());
        assertThat(types("a")).containsExactly("meta", "site", "leak", "summary");
        assertThat(types("b")).containsExactly("meta", "site", "leak", "summary");
        assertThat(reports.file()).isEqualTo(dir.resolve("b").toString());
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatCannotBeOpenedChangesNothing() throws Exception {
        open("a");
        assertThat(open("a/b")).isNull();
        assertThat(warnings).singleElement().asString().startsWith("report: ").contains("/a/b: ");
        assertThat(reports.file()).isEqualTo(dir.resolve("a").toString());
        reports.end(last());
        assertThat(types("a")).containsExactly("meta", "summary");
    }

    @Test
    void theHeaderHasTheLabels() throws IOException {
        open("x");
        JsonNode meta = JsonLines.read(dir.resolve("x")).get(0);
        assertThat(meta.path("labels").toString()).isEqualTo("{\"service\":\"shop\"}");
    }
}
