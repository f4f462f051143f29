package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two JVMs write one report file at the same time, and rotate it. */
class SharedReportIT {

    private static final int LEAKS = 500;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingIsLostNorAttributedToTheOther(Jdk jdk) throws Exception {
        List<Long> pids = twoAtOnce(jdk);
        Report before = Report.read(directory.resolve("report.jsonl.1"));
        Report after = Report.read(directory.resolve("report.jsonl"));
        List<JsonNode> lines = new ArrayList<>(before.lines());
        lines.addAll(after.lines());
        Report both = new Report(lines);
        Set<String> runs = new HashSet<>();
        for (JsonNode meta : both.of("meta")) {
            assertThat(meta.path("pid").asLong()).isIn(pids);
            runs.add(meta.path("run").asText());
        }
        assertThat(runs).hasSize(2);
        assertThat(before.of("leak")).as("rotated while leaks were written").isNotEmpty();
        assertThat(after.of("leak")).as("rotated while leaks were written").isNotEmpty();
        for (String run : runs) {
            assertThat(of(run, both, "leak")).as(run).hasSize(LEAKS);
            assertThat(of(run, both, "summary")).as(run).hasSize(1);
            for (Report file : List.of(before, after)) {
                boolean leaks = !of(run, file, "leak").isEmpty();
                assertThat(of(run, file, "site").isEmpty() && leaks).as(run).isFalse();
                assertThat(of(run, file, "meta").isEmpty() && leaks).as(run).isFalse();
            }
        }
        reported(jdk, pids);
    }

    private List<Long> twoAtOnce(Jdk jdk) throws Exception {
        AppRun run =
                new AppRun(jdk, directory)
                        .option("report.max", "300k")
                        .option("gc.interval", "100ms");
        String[] args = {"127.0.0.1", "0", "1.2", String.valueOf(LEAKS)};
        try (Forked first = run.start("volume.SomeLeaks", args);
                Forked second = run.start("volume.SomeLeaks", args)) {
            for (Forked app : List.of(first, second)) {
                app.release();
                assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
                assertThat(app.err()).noneMatch(line -> line.contains(" report "));
            }
            return List.of(first.pid(), second.pid());
        }
    }

    private static List<JsonNode> of(String run, Report report, String type) {
        return report.of(type).stream().filter(l -> l.path("run").asText().equals(run)).toList();
    }

    /** Each output shows for each JVM that JVM's own facts. */
    private void reported(Jdk jdk, List<Long> pids) throws Exception {
        JsonNode json = new ObjectMapper().readTree(report(jdk, "json"));
        assertThat(json.path("totals").path("leak").asInt()).isEqualTo(2 * LEAKS);
        assertThat(json.path("jvms")).hasSize(2);
        for (JsonNode jvm : json.path("jvms")) {
            assertThat(jvm.path("pid").asLong()).isIn(pids);
            assertThat(jvm.path("leak").asInt()).as(jvm.toString()).isEqualTo(LEAKS);
            assertThat(jvm.path("summary").path("sessions").asInt()).isEqualTo(2 * LEAKS);
        }
        assertThat(json.path("sites").get(0).path("jvmCount").asInt()).isEqualTo(2);
        String text = report(jdk, "text");
        String html = report(jdk, "html");
        for (long pid : pids) {
            assertThat(text)
                    .containsPattern(
                            "jvm \\d .*SomeLeaks, pid " + pid + " .*; found " + LEAKS + " leaks");
            assertThat(html).containsPattern("\"pid\" ?: ?" + pid);
        }
        JsonNode sarif = new ObjectMapper().readTree(report(jdk, "sarif"));
        JsonNode result = sarif.at("/runs/0/results/0");
        assertThat(result.path("occurrenceCount").asInt()).isEqualTo(2 * LEAKS);
        assertThat(result.at("/properties/jvms").asInt()).isEqualTo(2);
    }

    private String report(Jdk jdk, String format) throws Exception {
        Ended ended = Cli.on(jdk).run("report", directory, "--format", format);
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        return String.join("\n", ended.out());
    }
}
