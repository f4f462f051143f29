package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many attaches and detaches under load: no request fails, and nothing accumulates. */
@CiOnly
class RoundsIT {

    private static final int ROUNDS = 10;

    /** On JDKs other than the build's. */
    private static final int FEWER_ROUNDS = 4;

    private static final double KB = 1024;
    private static final double MORE_HEAP_KB = 2 * KB;
    private static final double MORE_METASPACE_KB = 4 * KB;
    private static final int MORE_FILES = 6;
    private static final int MORE_THREADS = 4;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void roundsLeaveTheJvmAsItWas(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            // the first round adds what stays for good: the jar, the attach listener
            round(jdk, target, 0);
            Figures before = settled(jdk, target);
            int rounds = jdk.major() == Jdk.own().major() ? ROUNDS : FEWER_ROUNDS;
            for (int i = 1; i <= rounds; i++) {
                round(jdk, target, i);
            }
            await("back to " + before)
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> near(before, settled(jdk, target)));
            System.out.println(jdk + ": before " + before + ", after " + settled(jdk, target));
            target.endsWell();
        }
    }

    private void round(Jdk jdk, TlsServiceJvm target, int number) throws Exception {
        Path report = directory.resolve("round-" + number);
        target.stats("requests");
        Ended on = Cli.on(jdk).run("attach", target.pid(), "log=off", "report=" + report);
        assertThat(on.exitCode()).as(on.everything()).isZero();
        target.serves(50);
        long pause = target.stats("maxPauseMillis");
        Ended off = Cli.on(jdk).run("detach", target.pid());
        assertThat(off.exitCode()).as(off.everything()).isZero();
        target.serves(50);
        long after = target.stats("maxPauseMillis");
        System.out.printf(
                "%s: round %d, longest pause %d ms with attach, %d ms with detach%n",
                jdk, number, pause, after);
        // sessions end all the time, also while hooks come and go: none of them may be reported
        assertThat(Report.read(report).findings()).as("leaks nobody made").isEmpty();
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    private static void near(Figures before, Figures now) {
        assertThat(now.heap).as("KB heap").isLessThan(before.heap + MORE_HEAP_KB);
        assertThat(now.metaspace).as("KB meta").isLessThan(before.metaspace + MORE_METASPACE_KB);
        assertThat(now.files).as("files").isLessThanOrEqualTo(before.files + MORE_FILES);
        assertThat(now.threads).as("threads").isLessThanOrEqualTo(before.threads + MORE_THREADS);
        assertThat(now.loaders).as("agent loaders").isZero();
    }

    /** Objects after a full collection. A few connections more or less are noise. */
    private static Figures settled(Jdk jdk, TlsServiceJvm target) throws Exception {
        target.ask("gc");
        JdkTool.jcmd(jdk, target.pid(), "GC.run");
        int loaders = JdkTool.instances(jdk, target.pid(), "io.github.tlsleak.AgentClassLoader");
        Proc proc = new Proc(target.pid());
        return new Figures(
                JdkTool.jstat(jdk, target.pid(), "-gc", "OU"),
                JdkTool.jstat(jdk, target.pid(), "-gc", "MU"),
                proc.files().size(),
                proc.threads().size(),
                loaders);
    }

    private record Figures(double heap, double metaspace, int files, int threads, int loaders) {}
}
