package io.github.tlsleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rounds of attaching and detaching leave no class in any loader: none of the agent's, none that
 * the JDK spins for lambdas, method handles or reflection.
 *
 * <p>Interpreted: compiled code holds on to old versions of classes that any agent has changed, and
 * the JVM counts those.
 */
class ClassesLeftIT {

    /** What the JDK loads for good, also for reflection used more than once. */
    private static final int FIRST_ROUNDS = 2;

    /** So few that no reflective access reaches its 16th call, which makes a class. */
    private static final int ROUNDS = 5;

    private static final Pattern TOTAL =
            Pattern.compile("^Total = \\d+\\s+(\\d+)\\s", Pattern.MULTILINE);

    /** Java 8 cannot count them. */
    static List<Jdk> jdks() {
        return Jdk.all().stream().filter(jdk -> jdk.major() >= 11).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("jdks")
    void roundsLeaveNoClassBehind(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent().jvm("-Xint");
        try (Target target = Target.of(jvm, "0", "4", "2")) {
            rounds(jdk, target, FIRST_ROUNDS);
            int before = classes(jdk, target);
            rounds(jdk, target, ROUNDS);
            await("fewer than one class a round")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(classes(jdk, target)).isLessThan(before + ROUNDS));
            target.endsWell();
        }
    }

    private static void rounds(Jdk jdk, Target target, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            for (String command : List.of("attach", "detach")) {
                Ended ended = Cli.on(jdk).run(command, target.pid());
                assertThat(ended.exitCode()).as(ended.everything()).isZero();
            }
        }
    }

    private static int classes(Jdk jdk, Target target) throws Exception {
        target.ask("gc");
        JdkTool.jcmd(jdk, target.pid(), "GC.run");
        String loaders = JdkTool.jcmd(jdk, target.pid(), "VM.classloader_stats");
        Matcher total = TOTAL.matcher(loaders);
        assertThat(total.find()).as(loaders).isTrue();
        return Integer.parseInt(total.group(1));
    }
}
