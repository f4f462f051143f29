package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Detach leaves nothing behind, and a next attach is possible. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class DetachIT {

    private static final String LOADER = "io.github.tlsleak.AgentClassLoader";
    private static final String COLLECTOR = "io.github.tlsleak.agent.collect.Collector";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Jdk> notThin() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingIsLeftAfterAttach(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            assertThat(new Proc(target.pid()).hasAgentThread()).isTrue();
            target.ask("leak-old 1");
            target.leak(2, report, 5);
            nothingIsLeft(jdk, target, report, 5);
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("notThin")
    void nothingIsLeftAfterPremain(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + report)) {
            target.leak(2, report, 4);
            nothingIsLeft(jdk, target, report, 4);
            target.endsWell();
        }
    }

    /** Started with the agent, and no TLS yet: no thread is visible from outside. */
    @ParameterizedTest
    @MethodSource("notThin")
    void waitingAgentGoesToo(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.of(new AgentJvm(jdk))) {
            Ended cli = Cli.on(jdk).run("detach", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            target.ask("leak 1 engine");
            target.ask("gc");
            assertThat(target.endsWell().log()).noneMatch(line -> line.contains("leak #"));
        }
    }

    private static void nothingIsLeft(Jdk jdk, TlsServiceJvm target, Path report, int findings)
            throws Exception {
        Ended cli = Cli.on(jdk).run("detach", target.pid());
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        assertThat(cli.err()).isEmpty();
        Proc proc = new Proc(target.pid());
        assertThat(proc.hasAgentThread()).isFalse();
        assertThat(proc.files()).noneMatch(file -> file.equals(report.toString()));
        Report closed = Report.read(report);
        assertThat(closed.lines().get(closed.lines().size() - 1)).isEqualTo(closed.summary());
        assertThat(closed.summary().path("agentErrors").asInt()).isZero();
        target.ask("leak 2");
        target.ask("leak 2 engine");
        target.ask("gc");
        target.serves(20);
        assertThat(JdkTool.instances(jdk, target.pid(), LOADER)).as(LOADER).isZero();
        assertThat(JdkTool.instances(jdk, target.pid(), COLLECTOR)).as(COLLECTOR).isZero();
        assertThat(Report.read(report).lines()).hasSameSizeAs(closed.lines());
        assertThat(closed.numberOfFindings()).isEqualTo(findings);
        assertThat(target.app().err()).as("told after detach").noneMatch(l -> l.contains("#6 "));
    }

    /** Control: shows that the test above can fail. */
    @ParameterizedTest
    @MethodSource("notThin")
    void loaderIsSeenWhileTheAgentIsThere(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "")) {
            assertThat(JdkTool.instances(jdk, target.pid(), LOADER)).isEqualTo(1);
            assertThat(JdkTool.instances(jdk, target.pid(), COLLECTOR)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("notThin")
    void withoutAttachThereIsNothingToDo(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Ended cli = Cli.on(jdk).run("detach", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            assertThat(String.join("\n", cli.out())).contains("tlsleak is not in this JVM");
            assertThat(new Proc(target.pid()).uses(AgentJvm.JAR)).isFalse();
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("notThin")
    void attachAgainWorks(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            for (int round = 1; round <= 2; round++) {
                Path report = directory.resolve("report-" + round);
                Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
                assertThat(cli.exitCode()).as(cli.everything()).isZero();
                assertThat(target.leak(1, report, 2).numberOfFindings()).isEqualTo(2);
                Ended off = Cli.on(jdk).run("detach", target.pid());
                assertThat(off.exitCode()).as(off.everything()).isZero();
                assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
            }
            target.endsWell();
        }
    }
}
