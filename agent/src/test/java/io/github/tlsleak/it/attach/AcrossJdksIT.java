package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line may run on another JVM than the target, and its JVM may lack parts of a JDK. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class AcrossJdksIT {

    private static final int FIRST_WITH_MODULES = 9;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    /** The build's own JDK with each other JDK, in both directions. */
    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        Jdk own = Jdk.own();
        for (Jdk other : Jdk.all()) {
            if (other.major() != own.major()) {
                pairs.add(arguments(own, other));
                pairs.add(arguments(other, own));
            }
        }
        if (pairs.isEmpty()) {
            pairs.add(arguments(own, own));
        }
        return pairs;
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void attachFindsLeaksAndDetaches(Jdk cli, Jdk target) throws Exception {
        wholeRound(Cli.on(cli), Cli.on(cli), Cli.on(cli), target);
    }

    /**
     * The command line on an image made by {@code jlink}, without the modules that tools attach
     * through.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void withoutTheAttachModule(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST_WITH_MODULES, jdk + " has no modules");
        wholeRound(bare(jdk), bare(jdk), bare(jdk), jdk);
    }

    private static Cli bare(Jdk jdk) {
        return Cli.on(jdk).jvm("--limit-modules=java.base,java.logging,jdk.zipfs");
    }

    private void wholeRound(Cli attach, Cli status, Cli detach, Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Ended attached = attach.run("attach", target.pid(), "report=" + report);
            assertThat(attached.exitCode()).as(attached.everything()).isZero();
            target.leak(1, report, 2);
            Ended asked = status.run("status", target.pid());
            assertThat(asked.exitCode()).as(asked.everything()).isZero();
            assertThat(String.join("\n", asked.out())).contains("attach");
            Ended detached = detach.run("detach", target.pid());
            assertThat(detached.exitCode()).as(detached.everything()).isZero();
            assertThat(new Proc(target.pid()).hasAgentThread()).isFalse();
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }
}
