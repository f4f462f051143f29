package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.agent.output.log.CapturedLog;
import io.github.tlsleak.agent.track.Tracking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A report in a directory of the test's own; nothing may go wrong with it. */
abstract class JsonReportSetUp {

    private static final String META = "{\"type\":\"meta\",\"schema\":1}";

    @TempDir Path dir;

    private final CapturedLog captured = new CapturedLog();
    final Tracking tracking = new Tracking();
    JsonReport report;

    JsonReport open(long max) throws IOException {
        String file = dir.resolve("r.jsonl").toString();
        report = new JsonReport(captured.log()::warn, "r1", META, file, 0, max, 0600);
        return report;
    }

    @AfterEach
    void close() {
        report.close();
        assertThat(captured.text()).isEmpty();
    }

    List<JsonNode> lines(String name) throws IOException {
        report.tick();
        return JsonLines.read(dir.resolve(name));
    }
}
