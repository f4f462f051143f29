package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.OneMain;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attach to a running JVM: the agent finds later leaks as if it had been there from the start. */
@Execution(ExecutionMode.CONCURRENT)
class AttachIT {

    private static final int FIRST_WITH_AGENT_LOAD = 9;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void leaksAfterwardsAreFoundWithTheirStack(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            assertThat(cli.err()).isEmpty();
            assertThat(String.join("\n", cli.out())).contains("classes hooked", "SunJSSE");
            everyLeakHasItsStack(target.leak(2, report, 4));
            target.serves(20);
            target.endsWell();
        }
        Report ended = Report.read(report);
        assertThat(ended.numberOfFindings()).as(ended.findings().toString()).isEqualTo(4);
        assertThat(ended.summary().path("agentErrors").asInt()).isZero();
    }

    private static void everyLeakHasItsStack(Report report) {
        JsonNode meta = report.of("meta").get(0);
        assertThat(meta.path("mode").asText()).isEqualTo("attach");
        Map<String, JsonNode> sites = new HashMap<>();
        report.of("site").forEach(site -> sites.put(site.path("site").asText(), site));
        for (JsonNode leak : report.of("leak")) {
            assertThat(leak.path("adopted").asBoolean(true)).as(leak.toString()).isFalse();
            JsonNode site = sites.get(leak.path("site").asText());
            assertThat(site.path("frame").asText()).contains("apps.attach.Sessions.");
            assertThat(site.path("stack").toString()).contains("apps.attach.TlsService.main");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void targetMayBeNamedByItsMainClass(Jdk jdk) throws Exception {
        OneMain main = OneMain.of(TlsServiceJvm.PROGRAM, directory);
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.of(main.start(jdk))) {
            Ended cli = Cli.on(jdk).run("attach", main.name(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            target.leak(1, report, 2);
            target.endsWell();
        }
    }

    /** Here the agent is there before TLS is used. */
    @ParameterizedTest
    @MethodSource("jdks")
    void targetNeedNotUseTlsYet(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.withoutTls(jdk)) {
            Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            everyLeakHasItsStack(target.leak(1, report, 2));
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void secondAttachSaysThatItRunsAlready(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            Ended again = Cli.on(jdk).run("attach", target.pid(), "report=" + report + ".2");
            assertThat(again.exitCode()).as(again.everything()).isZero();
            assertThat(String.join("\n", again.out()))
                    .contains(
                            "already running", "version " + System.getProperty("tlsleak.version"));
            assertThat(directory.resolve("report.jsonl.2")).doesNotExist();
            target.leak(1, report, 2);
            target.endsWell();
        }
        assertThat(Report.read(report).numberOfFindings()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void relativePathsAreTheCallers(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Ended cli = Cli.on(jdk).in(directory).run("attach", target.pid(), "report=its.jsonl");
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            target.leak(1, directory.resolve("its.jsonl"), 2);
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jcmdLoadsItToo(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST_WITH_AGENT_LOAD, jdk + " has no JVMTI.agent_load");
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            String jar = AgentJvm.JAR.toRealPath().toString();
            String options = "report=" + report + ",stack.depth=32";
            JdkTool.jcmd(jdk, target.pid(), "JVMTI.agent_load", jar, "\"" + options + "\"");
            everyLeakHasItsStack(target.leak(1, report, 2));
            target.endsWell();
        }
    }
}
