package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.matrix.Scenario;
import io.github.tlsleak.it.matrix.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code strict=true}: nothing is excused, and every missing close_notify is reported. */
@CiOnly
@OwnJdkOnly
class StrictIT {

    private static final String CLIENT = "jdk/HttpClientForgotten";

    @Test
    void jdkClientIsExcusedUnlessStrict() throws Exception {
        excused(CLIENT, "java.net.http");
        graded(CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void sessionThatThePeerCutIsNoticed(String tls) throws Exception {
        String program = "engine/EnginePeerFin";
        run(program, tls, "", report -> assertThat(report.findings()).isEmpty());
        noticed(program, tls, "CUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void sessionThatAnAlertEndedIsNoticed(String tls) throws Exception {
        String program = "engine/EngineGarbage";
        run(program, tls, "", report -> assertThat(report.findings()).isEmpty());
        noticed(program, tls, "FAILED");
    }

    private static void excused(String program, String known) throws Exception {
        run(
                program,
                "1.3",
                "",
                report -> {
                    assertThat(report.of("leak")).isNotEmpty();
                    assertThat(texts(report, "severity")).containsOnly("notice");
                    assertThat(texts(report, "known")).containsOnly(known);
                    assertThat(report.summary().path("leaks")).isEmpty();
                });
    }

    private static void graded(String program) throws Exception {
        run(
                program,
                "1.3",
                "// options: strict=true\n",
                report -> {
                    assertThat(texts(report, "severity")).isSubsetOf("leak", "defect", "notice");
                    assertThat(texts(report, "severity")).containsAnyOf("leak", "defect");
                    assertThat(texts(report, "known")).containsOnly("");
                    assertThat(report.summary().path("agentErrors").asInt()).isZero();
                });
    }

    private static void noticed(String program, String tls, String verdict) throws Exception {
        Scenario.Expected notice =
                new Scenario.Expected(verdict, "notice", "SSLEngine", "client", 1);
        run(
                program,
                tls,
                "// options: strict=true\n// expect: " + verdict + " notice SSLEngine client\n",
                report -> {
                    assertThat(report.findings()).containsExactly(notice);
                    assertThat(report.summary().path("leaks")).isEmpty();
                });
    }

    private static List<String> texts(Report report, String field) {
        return report.of("leak").stream().map((JsonNode l) -> l.path(field).asText()).toList();
    }

    /** Runs a scenario with more lines in its header. */
    private static void run(String program, String tls, String header, Consumer<Report> check)
            throws Exception {
        Path source = source("java", program);
        if (!Files.exists(source)) {
            source = source("java11", program);
        }
        Scenario scenario = Scenario.parse(Files.readString(source) + "\n" + header);
        String type = "io.github.tlsleak.apps." + program.replace('/', '.');
        try (ScenarioRun run = new ScenarioRun(scenario, type, Jdk.own(), tls)) {
            run.perform();
            assertThat(run.exitCode()).as(run.output()).isZero();
            check.accept(run.report());
        }
    }

    private static Path source(String folder, String program) {
        String root = "src/main/" + folder + "/io/github/tlsleak/apps/";
        return AgentJvm.SCENARIOS.resolve(root + program + ".java");
    }
}
