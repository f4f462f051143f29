package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of the flight recorder, read by the JDK's own tool and parser. */
@CiOnly
class JfrIT {

    private static final int FIRST = 11;

    @TempDir Path directory;

    private Path report;
    private Path recording;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @BeforeEach
    void files() {
        report = directory.resolve("report.jsonl");
        recording = directory.resolve("r.jfr");
    }

    private TlsServiceJvm start(Jdk jdk, String options, String... jvm) throws Exception {
        String args = "report=" + report + options;
        return TlsServiceJvm.premain(new AgentJvm(jdk).agentArgs(args).jvm(jvm));
    }

    private TlsServiceJvm recorded(Jdk jdk, String options) throws Exception {
        assumeTrue(jdk.major() >= FIRST);
        return start(jdk, options, "-XX:StartFlightRecording=filename=" + recording);
    }

    private static List<RecordedEvent> events(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("tlsleak."))
                .toList();
    }

    private static List<RecordedEvent> events(Path file, String name) throws IOException {
        return events(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private static Map<String, Long> counts(Path file) throws IOException {
        return events(file).stream()
                .collect(
                        Collectors.groupingBy(
                                event -> event.getEventType().getName(), Collectors.counting()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void recordingFromTheStart(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = recorded(jdk, "")) {
            target.leak(2, report, 4);
            target.endsWell();
        }
        assertThat(counts(recording)).containsEntry("tlsleak.Leak", 4L);
        RecordedEvent leak = events(recording, "tlsleak.Leak").get(0);
        assertThat(leak.getString("provider")).isEqualTo("SunJSSE");
        assertThat(leak.getString("frame")).contains("apps.attach.Sessions");
        assertThat(jfr(jdk, "summary"))
                .containsPattern("tlsleak\\.Leak +4 ")
                .contains("tlsleak.OpenSession", "tlsleak.ContextChurn");
        assertThat(jfr(jdk, "print", "--events", "tlsleak.*"))
                .contains("tlsleak.Leak {", "tlsleak.OpenSession {", "verdict = \"LOST\"")
                .contains("firstSeen = N/A")
                .containsPattern("lifetime = \\d")
                .containsPattern("oldestAge = \\d");
    }

    /** The output of the JDK's tool for the recording. */
    private String jfr(Jdk jdk, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(JdkTool.tool(jdk, "jfr")));
        command.addAll(List.of(args));
        command.add(recording.toString());
        return JdkTool.run(command, directory, "");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void recordingsOfARunningProgram(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST);
        try (TlsServiceJvm target = start(jdk, "")) {
            target.leak(1, report, 2);
            record(jdk, target, 2, 4);
            assertThat(counts(recording)).containsEntry("tlsleak.Leak", 2L);
            target.leak(1, report, 6);
            Files.delete(recording);
            record(jdk, target, 4, 10);
            assertThat(counts(recording)).containsEntry("tlsleak.Leak", 4L);
            target.endsWell();
        }
    }

    /** Makes that many leaks while a recording runs. */
    private void record(Jdk jdk, TlsServiceJvm target, int leaks, int reported) throws Exception {
        JdkTool.jcmd(jdk, target.pid(), "JFR.start", "name=ours");
        target.leak(leaks / 2, report, reported);
        JdkTool.jcmd(jdk, target.pid(), "JFR.stop", "name=ours", "filename=" + recording);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void detachTakesTheEventsBack(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = recorded(jdk, "")) {
            target.leak(1, report, 2);
            Ended off = Cli.on(jdk).run("detach", target.pid());
            assertThat(off.exitCode()).as(off.everything()).isZero();
            assertThat(loaders(jdk, target)).as("agent loaders").isZero();
            Ended on = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(on.exitCode()).as(on.everything()).isZero();
            target.leak(2, report, 4);
            target.endsWell();
        }
        // the second agent's recording is appended to the first one's
        long told = Report.read(report).of("leak").size();
        assertThat(told).isGreaterThanOrEqualTo(6);
        assertThat(counts(recording)).containsEntry("tlsleak.Leak", told);
    }

    private static int loaders(Jdk jdk, TlsServiceJvm target) throws Exception {
        return JdkTool.instances(jdk, target.pid(), "io.github.tlsleak.AgentClassLoader");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void contextChurn(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST);
        new AppRun(jdk, directory)
                .jvm("-XX:StartFlightRecording=filename=" + recording)
                .untilReported(1)
                .runWithPeer("context.ContextChurn", "await", "1.3");
        List<RecordedEvent> churn = events(recording, "tlsleak.ContextChurn");
        assertThat(churn).hasSize(1);
        assertThat(churn.get(0).getString("verdict")).isEqualTo("CONTEXT_CHURN");
        assertThat(churn.get(0).getLong("contexts")).isGreaterThanOrEqualTo(20);
        assertThat(churn.get(0).getString("frame")).contains("apps.context.ContextChurn");
        assertThat(churn.get(0).getString("site")).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withJfrOffThereAreNoEvents(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = recorded(jdk, ",jfr=false")) {
            target.leak(1, report, 2);
            target.endsWell();
        }
        assertThat(events(recording)).isEmpty();
    }

    /** On every JDK, also on JDK 8, where the agent writes no events. */
    @ParameterizedTest
    @MethodSource("jdks")
    void withoutARecordingTheRecorderStaysAsleep(Jdk jdk) throws Exception {
        Path classes = directory.resolve("classes.txt");
        String[] log =
                jdk.major() >= FIRST
                        ? new String[] {"-Xlog:class+load:file=" + classes}
                        : new String[0];
        try (TlsServiceJvm target = start(jdk, "", log)) {
            target.leak(1, report, 2);
            target.endsWell();
        }
        if (jdk.major() >= FIRST) {
            assertThat(Files.readString(classes))
                    .contains("jdk.jfr.FlightRecorder ")
                    .doesNotContain("jdk.jfr.internal.MetadataRepository");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withoutTheModuleAllElseWorks(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST);
        String modules = "java.instrument,java.management,jdk.crypto.ec,jdk.unsupported";
        try (TlsServiceJvm target = start(jdk, "", "--limit-modules", modules)) {
            target.leak(1, report, 2);
            target.endsWell();
        }
    }
}
