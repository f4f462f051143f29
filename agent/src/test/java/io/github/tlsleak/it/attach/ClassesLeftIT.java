package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rounds of attaching and detaching leave no class in any loader: no class of the agent, and none
 * that the JDK generates for lambdas, method handles or reflection.
 *
 * <p>The test runs interpreted. Compiled code holds old versions of classes that any agent has
 * changed, and the JVM counts those.
 */
@CiOnly
class ClassesLeftIT {

    /**
     * In the first rounds the JDK loads classes that it keeps for good, also for reflection that is
     * used more than once.
     */
    private static final int FIRST_ROUNDS = 2;

    /**
     * So few rounds that no reflective access reaches its 16th call, which would generate a class.
     */
    private static final int ROUNDS = 5;

    private static final Pattern TOTAL =
            Pattern.compile("^Total = \\d+\\s+(\\d+)\\s", Pattern.MULTILINE);

    /**
     * The agent loads this class ahead as one of the last, because it rarely reads files of users.
     */
    private static final String LAST = "io.github.tlsleak.common.text.UserFile";

    /** Java 8 cannot count these classes. */
    static List<Jdk> jdks() {
        return Jdk.notThin().stream().filter(jdk -> jdk.major() >= 11).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("jdks")
    void roundsLeaveNoClassBehind(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent().jvm("-Xint");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm, "0", "4", "2")) {
            longRound(jdk, target);
            rounds(jdk, target, FIRST_ROUNDS);
            String before = loaders(jdk, target);
            rounds(jdk, target, ROUNDS);
            await("fewer than one class a round")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> compare(before, loaders(jdk, target)));
            target.endsWell();
        }
    }

    private static void rounds(Jdk jdk, TlsServiceJvm target, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            command(jdk, "attach", target);
            command(jdk, "detach", target);
        }
    }

    /**
     * An agent that lives for two seconds loads all its classes, and with them all classes of the
     * JDK that they name. On a slow machine a later round may be the first that takes so long.
     */
    private static void longRound(Jdk jdk, TlsServiceJvm target) throws Exception {
        command(jdk, "attach", target);
        await("all classes of the agent")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () ->
                                JdkTool.jcmd(jdk, target.pid(), "VM.class_hierarchy", LAST)
                                        .contains(LAST + "/"));
        command(jdk, "detach", target);
    }

    private static void command(Jdk jdk, String command, TlsServiceJvm target) throws Exception {
        Ended ended = Cli.on(jdk).run(command, target.pid());
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
    }

    private static void compare(String before, String after) {
        assertThat(classes(after))
                .as("before" + before + "after" + after)
                .isLessThan(classes(before) + ROUNDS);
    }

    private static String loaders(Jdk jdk, TlsServiceJvm target) throws Exception {
        target.ask("gc");
        JdkTool.jcmd(jdk, target.pid(), "GC.run");
        return JdkTool.jcmd(jdk, target.pid(), "VM.classloader_stats");
    }

    private static int classes(String loaders) {
        Matcher number = TOTAL.matcher(loaders);
        assertThat(number.find()).as(loaders).isTrue();
        return Integer.parseInt(number.group(1));
    }
}
