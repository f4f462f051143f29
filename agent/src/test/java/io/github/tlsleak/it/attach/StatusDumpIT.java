package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands {@code status} and {@code dump} on a running agent. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class StatusDumpIT {

    private static final String SITE = "io.github.tlsleak.apps.attach.Sessions.engine(";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void statusShowsWhatRunsAndWhatWasFound(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        AgentJvm jvm =
                new AgentJvm(jdk).agentArgs("report=" + report).jvm("-Dtlsleak.stack.depth=40");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm, "2", "2", "10")) {
            target.leak(2, report, 4);
            String text = ask(jdk, "status", target);
            assertThat(text)
                    .contains(System.getProperty("tlsleak.version"), "premain", SITE)
                    .containsPattern("report.*" + report + ".*agent argument")
                    .containsPattern("stack\\.depth.*40.*system property")
                    .containsPattern("LOST")
                    .containsPattern("(?i)errors.*(0|none)");
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void dumpListsLeaksAndOpenSessionsBySite(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            target.leak(2, report, 4);
            target.ask("touch-old 1");
            assertThat(ask(jdk, "dump", target)).contains("LOST", SITE);
            assertThat(ask(jdk, "dump", target, "--open"))
                    .contains("LOST", SITE, "open")
                    .endsWith("\nwho holds them: java -jar tlsleak.jar heap " + target.pid());
            target.endsWell();
        }
    }

    /** Collects in the target the sessions that were dropped and are not found yet. */
    @ParameterizedTest
    @MethodSource("jdks")
    void dumpMayCollectFirst(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Cli.on(jdk).run("attach", target.pid());
            target.ask("leak 3 engine");
            String text = ask(jdk, "dump", target, "--gc");
            assertThat(text).contains("LOST", SITE).containsPattern("\\b[23]\\b");
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void dumpAsJsonIsOneObject(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + report)) {
            target.leak(2, report, 4);
            String text = ask(jdk, "dump", target, "--format", "json", "--open");
            JsonNode dump = new ObjectMapper().readTree(text);
            assertThat(dump.path("agent").asText())
                    .isEqualTo(System.getProperty("tlsleak.version"));
            assertThat(dump.path("pid").asLong()).isEqualTo(target.pid());
            int leaks = 0;
            for (JsonNode number : dump.path("leaks")) {
                leaks += number.asInt();
            }
            assertThat(leaks).as(text).isEqualTo(4);
            assertThat(dump.path("sites").toString()).contains(SITE);
            assertThat(dump.path("openSites")).isNotEmpty();
            assertThat(dump.path("agentErrors").asInt(-1)).isZero();
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withoutAgentNothingIsLoadedToSaySo(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            for (String command : List.of("status", "dump")) {
                Ended cli = Cli.on(jdk).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
                assertThat(cli.err().get(0)).contains("tlsleak is not in this JVM");
            }
            Ended set = Cli.on(jdk).run("set", target.pid(), "sample=2");
            assertThat(set.exitCode()).as(set.everything()).isEqualTo(3);
            assertThat(new Proc(target.pid()).uses(AgentJvm.JAR)).isFalse();
            target.endsWell();
        }
    }

    private static String ask(Jdk jdk, String command, TlsServiceJvm target, String... more)
            throws Exception {
        Object[] args = new Object[2 + more.length];
        args[0] = command;
        args[1] = target.pid();
        System.arraycopy(more, 0, args, 2, more.length);
        Ended cli = Cli.on(jdk).run(args);
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        assertThat(cli.err()).isEmpty();
        return String.join("\n", cli.out());
    }
}
