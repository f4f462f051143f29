package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.otheragents.OtherAgent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent behind tlsleak is the first to use much of the JDK. It finds the JDK unchanged. */
@Execution(ExecutionMode.CONCURRENT)
class FirstUsesIT {

    private static final String AGENT = "io.github.tlsleak.apps.agents.FirstUses";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void agentBehindUsesTheJdkFirst(Jdk jdk) throws Exception {
        String behind = "-javaagent:" + OtherAgent.jarOf(AGENT, directory);
        Ended alone = run(jdk, behind);
        assertThat(alone.exitCode()).as(alone.everything()).isZero();
        for (String options : List.of("", "=stack.depth=32")) {
            Ended with = run(jdk, "-javaagent:" + AgentJvm.JAR + options, behind);
            assertThat(with.exitCode()).as(with.everything()).isZero();
            assertThat(with.out()).as(with.everything()).isEqualTo(alone.out());
            assertThat(with.out().get(0)).startsWith("first uses {");
            assertThat(with.otherErr()).as(with.everything()).isEqualTo(alone.err());
            assertThat(with.warnings()).as(with.everything()).isEmpty();
            assertThat(String.join("\n", with.log())).contains("; 1 leak, 0 defects");
        }
    }

    private static Ended run(Jdk jdk, String... agents) throws Exception {
        return new AppRun(jdk, Path.of(""))
                .withoutAgent()
                .jvm(agents)
                .runWithPeer("others.RoundTrips", "await", "1.2");
    }
}
