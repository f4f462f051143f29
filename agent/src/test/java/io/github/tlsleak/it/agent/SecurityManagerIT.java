package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs under a SecurityManager, which exists up to JDK 23 (JEP 486). */
class SecurityManagerIT {

    private static final int LAST_WITH_MANAGER = 23;
    private static final int FIRST_THAT_MUST_ALLOW = 12;

    /** The permissions that the program needs beside those which the JDK grants to all code. */
    private static final String FOR_PROGRAM =
            """
            grant codeBase "file:%s/-" {
              permission java.net.SocketPermission "127.0.0.1", "connect,resolve";
            };
            """;

    private static final String FOR_AGENT =
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
    void managerSetByTheProgramDoesNotStopTheReport(Jdk jdk) throws Exception {
        assumeManager(jdk);
        AppRun run = new AppRun(jdk, directory).untilReported(1);
        if (jdk.major() >= FIRST_THAT_MUST_ALLOW) {
            run.jvm("-Djava.security.manager=allow");
        }
        Ended ended = run.runWithPeer("bad.SetsSecurityManager", "await", "1.3");
        leakIsFound(ended);
    }

    /** Sockets of the JDK, and an engine of a class that belongs to the program. */
    static List<Arguments> programs() {
        return Jdk.all().stream()
                .flatMap(
                        jdk ->
                                Stream.of("socket.SocketDropped", "wrap.WrappedEngineDropped")
                                        .map(program -> arguments(jdk, program)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void policyThatTrustsTheAgentDoesNotStopTheReport(Jdk jdk, String program) throws Exception {
        assumeManager(jdk);
        Ended ended =
                underPolicyForAgent(jdk).untilReported(1).runWithPeer(program, "await", "1.3");
        leakIsFound(ended);
    }

    /**
     * The program makes its engine before it uses a socket: the engine's class is loaded with hooks
     * then.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void policyThatTrustsTheAgentDoesNotKeepSocketsFromBeingLoaded(Jdk jdk) throws Exception {
        assumeManager(jdk);
        Ended ended = underPolicyForAgent(jdk).run("bad.ExitsAtOnce");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.warnings()).as(ended.everything()).isEmpty();
        JsonNode summary = ended.report().summary();
        assertThat(summary.path("created").asInt()).as(summary.toString()).isEqualTo(1);
        assertThat(summary.path("agentErrors").asInt()).as(summary.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void policyThatForbidsTheAgentIsOneLine(Jdk jdk) throws Exception {
        assumeManager(jdk);
        Ended ended =
                underPolicy(jdk, FOR_PROGRAM.formatted(classes()))
                        .runWithPeer("socket.SocketDropped", "await", "1.3");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("DONE");
        assertThat(ended.log()).as(ended.everything()).hasSize(1);
        assertThat(ended.log().get(0)).startsWith("[tlsleak] ERROR not started, the application");
    }

    /** A foreign sink would receive every engine of the JVM. */
    @ParameterizedTest
    @MethodSource("jdks")
    void onlyTheAgentMayReceiveHookCalls(Jdk jdk) throws Exception {
        assumeManager(jdk);
        Ended ended = underPolicyForAgent(jdk).untilReported(1).run("hard.StealsTheHooks");
        assertThat(ended.out()).as(ended.everything()).containsExactly("REFUSED true", "DONE");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
    }

    private AppRun underPolicyForAgent(Jdk jdk) throws Exception {
        String jar = AgentJvm.JAR.toRealPath().toString();
        return underPolicy(jdk, FOR_PROGRAM.formatted(classes()) + FOR_AGENT.formatted(jar));
    }

    private AppRun underPolicy(Jdk jdk, String text) throws Exception {
        Path policy = Files.writeString(directory.resolve("test.policy"), text);
        return new AppRun(jdk, directory)
                .jvm("-Djava.security.manager", "-Djava.security.policy=" + policy);
    }

    private static void leakIsFound(Ended ended) {
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("DONE");
        assertThat(ended.warnings()).as(ended.everything()).isEmpty();
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
        assertThat(ended.report().summary().path("agentErrors").asInt())
                .as(ended.report().summary().toString())
                .isZero();
        assertThat(ended.log()).anyMatch(line -> line.matches(".* summary: .*; 1 leak, .*"));
    }

    private static void assumeManager(Jdk jdk) {
        assumeTrue(jdk.major() <= LAST_WITH_MANAGER, jdk + " has no SecurityManager any more");
    }

    private static String classes() throws Exception {
        return AgentJvm.SCENARIO_CLASSES.toRealPath().toString();
    }
}
