package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that cannot be attached: one clear line, exit code 3, and the process runs on. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class AttachRefusedIT {

    private static final int FIRST_THAT_MAY_FORBID = 21;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @Test
    void processThatIsNoJvm() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            refused(Cli.on(Jdk.own()).run("attach", sleep.pid()), "not a (HotSpot )?JVM|no JVM");
            assertThat(sleep.isAlive()).isTrue();
        } finally {
            sleep.destroy();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attachMechanismIsDisabled(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent().jvm("-XX:+DisableAttachMechanism");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm)) {
            refused(Cli.on(jdk).run("attach", target.pid()), "DisableAttachMechanism");
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void dynamicLoadingOfAgentsIsDisabled(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FIRST_THAT_MAY_FORBID, jdk + " always loads agents");
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent().jvm("-XX:-EnableDynamicAgentLoading");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm)) {
            refused(Cli.on(jdk).run("attach", target.pid()), "EnableDynamicAgentLoading");
            target.endsWell();
        }
    }

    /**
     * Such a JVM listens from its start. If it had no socket, a tool would have to ask for one by a
     * signal, and that signal would end the JVM.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void jvmWithReducedSignalsStaysAlive(Jdk jdk) throws Exception {
        try (TlsServiceJvm target =
                TlsServiceJvm.of(new AgentJvm(jdk).withoutAgent().jvm("-Xrs"))) {
            Ended on = Cli.on(jdk).run("attach", target.pid());
            assertThat(on.exitCode()).as(on.everything()).isZero();
            Files.delete(socket(target));
            for (String command : List.of("attach", "status", "detach")) {
                refused(Cli.on(jdk).run(command, target.pid()), "-Xrs");
                assertThat(target.app().isAlive()).isTrue();
            }
            target.endsWell();
        }
    }

    /** The socket file of an earlier process with the same number: nobody listens to it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staleSocketFile(boolean socket) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(Jdk.own())) {
            Path stale = socket(target);
            try {
                if (socket) {
                    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                        server.bind(UnixDomainSocketAddress.of(stale));
                    }
                } else {
                    Files.createFile(stale);
                }
                refused(Cli.on(Jdk.own()).run("attach", target.pid()), stale.toString());
                target.endsWell();
            } finally {
                Files.deleteIfExists(stale);
            }
        }
    }

    /**
     * The argument says when the target ends: as the JVM opens its socket, or as it loads the jar.
     */
    @ParameterizedTest
    @ValueSource(strings = {"socket", "jar"})
    void jvmThatEndsMeanwhile(String when) throws Exception {
        String program = "io.github.tlsleak.apps.attach.EndsInAttach";
        AgentJvm jvm = new AgentJvm(Jdk.own()).withoutAgent();
        if (when.equals("jar")) {
            jvm.jvm("-Djava.system.class.loader=" + program);
        }
        try (Forked app = jvm.start(program, when)) {
            app.awaitOut("ready"::equals, AppRun.LONG);
            Ended cli = Cli.on(Jdk.own()).run("attach", app.pid());
            refused(cli, String.valueOf(app.pid()));
            assertThat(app.exitCode(AppRun.LONG)).isZero();
        }
    }

    private static Path socket(TlsServiceJvm target) {
        return Path.of("/tmp/.java_pid" + target.pid());
    }

    private static void refused(Ended cli, String why) {
        assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().get(0)).as(cli.everything()).startsWith("tlsleak");
        assertThat(cli.err().get(0)).as(cli.everything()).containsPattern(why);
        assertThat(cli.err()).noneMatch(line -> line.startsWith("\tat "));
    }
}
