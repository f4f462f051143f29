package io.github.tlsleak.it.attach;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jars;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar changes on disk under a running agent. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class ReplacedJarIT {

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    /** Package managers do it like this: another file gets the same name. */
    @ParameterizedTest
    @MethodSource("jdks")
    void renamedOverGoesOnWorking(Jdk jdk) throws Exception {
        Path jar = Jars.copy(directory.resolve("agent.jar"));
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = attached(jdk, jar, report)) {
            Path fresh = Jars.ofVersion("9.9.9", directory.resolve("fresh.jar"));
            Files.move(fresh, jar, REPLACE_EXISTING);
            target.leak(1, report, 2);
            for (String command : List.of("status", "dump", "detach")) {
                Ended cli = Cli.on(jdk).jar(jar).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isZero();
                assertThat(String.join("\n", cli.out())).doesNotContain("9.9.9");
            }
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void movedAwayGoesOnWorking(Jdk jdk) throws Exception {
        Path jar = Jars.copy(directory.resolve("agent.jar"));
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = attached(jdk, jar, report)) {
            Files.delete(jar);
            target.leak(1, report, 2);
            for (String command : List.of("status", "dump", "detach")) {
                Ended cli = Cli.on(jdk).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isZero();
            }
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    /** The bytes of an open jar change. Which classes it can still load depends on luck. */
    @ParameterizedTest
    @MethodSource("jdks")
    void overwrittenInPlaceDoesNotHarmTheTarget(Jdk jdk) throws Exception {
        Path jar = Jars.copy(directory.resolve("agent.jar"));
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = attached(jdk, jar, report)) {
            overwrite(jar);
            target.ask("leak 1");
            target.ask("leak 1 engine");
            target.ask("gc");
            for (String command : List.of("status", "dump", "detach")) {
                Ended cli = Cli.on(jdk).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isIn(0, 3);
                if (cli.exitCode() == 3) {
                    assertThat(cli.err()).as(cli.everything()).hasSize(1);
                    assertThat(cli.err().get(0)).contains("overwritten", jar.toString());
                }
            }
            target.ask("leak 1");
            target.serves(20);
        }
    }

    private static void overwrite(Path jar) throws IOException {
        byte[] other = new byte[(int) Files.size(jar)];
        Arrays.fill(other, (byte) 'x');
        Files.write(jar, other);
    }

    private static TlsServiceJvm attached(Jdk jdk, Path jar, Path report) throws Exception {
        TlsServiceJvm target = TlsServiceJvm.busy(jdk);
        Ended cli = Cli.on(jdk).jar(jar).run("attach", target.pid(), "report=" + report);
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        return target;
    }
}
