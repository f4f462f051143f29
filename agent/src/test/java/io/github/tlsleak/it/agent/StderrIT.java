package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent writes to the standard error of the process, whatever System.err is. */
class StderrIT {

    private static final String PROGRAM = "io.github.tlsleak.apps.attach.ReplacedErr";

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    /** The program has replaced System.err before the agent comes. */
    @ParameterizedTest
    @MethodSource("jdks")
    void attachedItDoesNotWriteIntoAReplacedStream(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.of(start(new AgentJvm(jdk).withoutAgent()))) {
            Ended cli = Cli.on(jdk).run("attach", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            Ended ended = leak(target);
            assertThat(ended.err().get(0)).startsWith("[tlsleak] INFO attached, version ");
            check(ended);
        }
    }

    /** The program replaces System.err before its first use of TLS, which activates the agent. */
    @ParameterizedTest
    @MethodSource("jdks")
    void fromTheStartItDoesNotWriteIntoAReplacedStream(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.of(start(new AgentJvm(jdk)))) {
            check(leak(target));
        }
    }

    private static Forked start(AgentJvm jvm) throws Exception {
        return jvm.jvm("-Dfile.encoding=ISO-8859-1")
                .jvm("-Dstderr.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8")
                .start(PROGRAM);
    }

    private static Ended leak(TlsServiceJvm target) throws Exception {
        target.ask("leak 1");
        target.ask("leak 1 engine");
        target.ask("gc");
        await("both leaks on stderr" + target.app().everything())
                .atMost(Duration.ofSeconds(30))
                .until(() -> target.app().err().stream().anyMatch(l -> l.contains(" leak #2 ")));
        return target.endsWell();
    }

    /** Every message appears once, in one piece, and in the encoding of standard error. */
    private static void check(Ended ended) {
        // Java's own warning of an attach does go to System.err
        assertThat(ended.out())
                .filteredOn(line -> !line.startsWith("WARNING: "))
                .noneMatch(line -> line.contains("tlsleak"));
        assertThat(ended.otherErr()).as(ended.everything()).isEmpty();
        List<String> said =
                ended.log().stream().filter(line -> line.startsWith("[tlsleak] ")).toList();
        assertThat(said).hasSameSizeAs(new HashSet<>(said));
        assertThat(said).filteredOn(line -> line.contains(" leak #")).hasSize(2);
        assertThat(said).filteredOn(line -> line.contains(" summary: ")).hasSize(1);
        assertThat(ended.log())
                .filteredOn(line -> line.contains("by thread \"m\u00e4in\""))
                .hasSize(2);
    }
}
