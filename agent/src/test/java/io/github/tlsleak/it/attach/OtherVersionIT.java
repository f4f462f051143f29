package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jars;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jars of two versions in one JVM, one after the other. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class OtherVersionIT {

    private static final String NEWER = "9.9.9";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void newerJarTakesOverAfterDetach(Jdk jdk) throws Exception {
        Path newer = Jars.ofVersion(NEWER, directory.resolve("newer.jar"));
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            run(Cli.on(jdk), "attach", target);
            assertThat(run(Cli.on(jdk), "status", target)).contains(own()).doesNotContain(NEWER);
            run(Cli.on(jdk), "detach", target);
            Ended cli = Cli.on(jdk).jar(newer).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            target.leak(1, report, 2);
            // the older command line asks the newer agent
            assertThat(run(Cli.on(jdk), "status", target)).contains(NEWER).doesNotContain(own());
            run(Cli.on(jdk), "detach", target);
            target.endsWell();
        }
        assertThat(Report.read(report).of("meta").get(0).path("agent").asText()).contains(NEWER);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void newerJarDoesNotReplaceWhatRuns(Jdk jdk) throws Exception {
        Path newer = Jars.ofVersion(NEWER, directory.resolve("newer.jar"));
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "")) {
            String said = run(Cli.on(jdk).jar(newer), "attach", target);
            assertThat(said).contains("already running", own());
            assertThat(run(Cli.on(jdk).jar(newer), "status", target)).contains(own());
            target.endsWell();
        }
    }

    private static String run(Cli cli, String command, TlsServiceJvm target) throws Exception {
        Ended ended = cli.run(command, target.pid());
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        return String.join("\n", ended.out());
    }

    private static String own() {
        return System.getProperty("tlsleak.version");
    }
}
