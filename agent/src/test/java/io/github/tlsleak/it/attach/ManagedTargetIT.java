package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attach to JVMs under a SecurityManager, which exists up to JDK 23 (JEP 486). */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class ManagedTargetIT {

    private static final int LAST_WITH_MANAGER = 23;

    private static final String GRANT =
            """
            grant codeBase "file:%s" {
              permission java.security.AllPermission;
            };
            """;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void policyThatForbidsTheAgentIsOneLine(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = underPolicy(jdk, program())) {
            Ended cli = Cli.on(jdk).run("attach", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err().get(0)).startsWith("tlsleak").contains("SecurityManager");
            assertThat(new Proc(target.pid()).hasAgentThread()).isFalse();
            target.ask("leak 1");
            target.ask("gc");
            target.stats("requests");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void policyThatTrustsTheAgentLetsItWork(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        String agent = GRANT.formatted(AgentJvm.JAR.toRealPath());
        try (TlsServiceJvm target = underPolicy(jdk, program() + agent)) {
            Ended on = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(on.exitCode()).as(on.everything()).isZero();
            target.ask("leak-old 1");
            target.leak(1, report, 3);
            for (String command : List.of("status", "dump", "detach")) {
                Ended cli = Cli.on(jdk).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isZero();
            }
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    private static String program() throws Exception {
        return GRANT.formatted(AgentJvm.SCENARIO_CLASSES.toRealPath() + "/-");
    }

    private TlsServiceJvm underPolicy(Jdk jdk, String text) throws Exception {
        assumeTrue(jdk.major() <= LAST_WITH_MANAGER, jdk + " has no SecurityManager any more");
        Path policy = Files.writeString(directory.resolve("test.policy"), text);
        AgentJvm jvm =
                new AgentJvm(jdk)
                        .withoutAgent()
                        .jvm("-Djava.security.manager", "-Djava.security.policy=" + policy);
        return TlsServiceJvm.of(jvm, "0", "2", "2");
    }
}
