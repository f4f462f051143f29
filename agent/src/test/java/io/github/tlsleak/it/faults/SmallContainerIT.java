package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One processor and 128 MB for agent and command line; the JVM chooses everything else. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class SmallContainerIT {

    private static final boolean ALL = System.getProperty("tlsleak.faults", "").equals("all");

    @TempDir Path directory;

    private static Forked start(SmallBox box, AgentJvm jvm, String program, String... args)
            throws Exception {
        List<String> command = new ArrayList<>(box.words());
        List<String> java = jvm.command("io.github.tlsleak.apps." + program, args).command();
        // the JVM chooses its collector, its compilers and its heap
        java.removeIf(word -> word.matches("-Xmx.*|-XX:[+]UseSerialGC|-XX:TieredStop.*"));
        command.addAll(java);
        return Forked.start(new ProcessBuilder(command));
    }

    @Test
    void theAgentFindsWhatItFindsElsewhere() throws Exception {
        Path report = directory.resolve("report.jsonl");
        AgentJvm jvm = new AgentJvm(Jdk.own()).agentArgs("gc.at.exit=true,report=" + report);
        try (SmallBox box = new SmallBox();
                Forked app = start(box, jvm.jvm(box.flags()), "faults.SomeOfEach", "1.3", "true")) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            assertThat(Report.read(report).of("leak")).as(app.everything()).hasSize(5);
        }
    }

    @Test
    void attachDumpAndDetachWorkInside() throws Exception {
        AgentJvm jvm = new AgentJvm(Jdk.own()).withoutAgent();
        try (SmallBox box = new SmallBox();
                TlsServiceJvm target =
                        TlsServiceJvm.of(
                                start(
                                        box,
                                        jvm.jvm(box.flags()),
                                        "attach.TlsService",
                                        "2",
                                        "4",
                                        "10"))) {
            Path report = directory.resolve("report.jsonl");
            ask(box, "attach", target.pid(), "report=" + report);
            target.leak(3, report, 6);
            Ended dump = ask(box, "dump", target.pid(), "--gc");
            assertThat(dump.out()).anyMatch(line -> line.contains(" 6 leaks, "));
            ask(box, "detach", target.pid());
            if (ALL) {
                Ended heap = ask(box, "heap", target.pid(), "--yes");
                assertThat(heap.out()).as(heap.everything()).isNotEmpty();
            }
            target.endsWell();
        }
    }

    @Test
    void reportReadsManyFiles() throws Exception {
        Path reports = directory.resolve("reports");
        String lines = ALL ? "400000" : "2000";
        try (Forked writer =
                new AgentJvm(Jdk.own())
                        .withoutAgent()
                        .start(
                                "io.github.tlsleak.apps.bench.ReportFiles",
                                reports.toString(),
                                lines,
                                "20",
                                "300")) {
            writer.endsWell(AppRun.LONG);
        }
        try (SmallBox box = new SmallBox()) {
            if (ALL) {
                Path page = directory.resolve("page.html");
                ask(box, "report", reports, "--out", page);
                assertThat(Files.size(page)).isPositive();
            }
            Ended json = ask(box, "report", reports, "--format", "json");
            int leaks = json.json().path("totals").path("leak").asInt();
            int defects = json.json().path("totals").path("defect").asInt();
            int notices = json.json().path("totals").path("notice").asInt();
            assertThat(leaks + defects + notices).isEqualTo(Integer.parseInt(lines));
        }
    }

    /** Runs a command in the same box, to its end, which must be in order. */
    private static Ended ask(SmallBox box, Object... words) throws Exception {
        Ended ended =
                Cli.on(Jdk.own())
                        .jvm("-XX:TieredStopAtLevel=4")
                        .jvm(box.flags())
                        .under(box.words())
                        .run(words);
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        return ended;
    }
}
