package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.matrix.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Under every flag of the JVM the agent finds what it finds without, at the same sites, and says
 * nothing else. {@code -Dtlsleak.faults=all} plays all of {@link JvmFlags}.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class JvmFlagsIT {

    private static final String PROGRAM = "faults.SomeOfEach";
    private static final int LEAKS = 5;

    private static final Map<Integer, Report> PLAIN = new ConcurrentHashMap<>();

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    static List<Arguments> rows() {
        boolean all = System.getProperty("tlsleak.faults", "").equals("all");
        List<Arguments> rows = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            JvmFlags.on(jdk, all).forEach(flags -> rows.add(arguments(jdk, flags)));
        }
        return rows;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void findingsAreAsWithout(Jdk jdk, JvmFlags flags) throws Exception {
        List<String> words = said(jdk, flags.flags());
        Ended ended = run(jdk, flags.flags().toArray(new String[0]));
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out())
                .filteredOn(line -> !words.contains(withoutTime(line)))
                .containsExactly("DONE");
        assertThat(ended.otherErr())
                .as(ended.everything())
                .filteredOn(line -> !words.contains(withoutTime(line)))
                .isEmpty();
        assertThat(ended.warnings()).as(ended.everything()).isEmpty();
        assertThat(ended.report().summary().path("agentErrors").asInt()).isZero();
        Report plain = plain(jdk);
        assertThat(ended.report().findings()).isEqualTo(plain.findings());
        if (flags.hidesStacks(jdk)) {
            assertThat(ended.log())
                    .anyMatch(line -> line.contains("allocated at: not known"))
                    .anyMatch(line -> line.contains("(stack not known)"));
        } else if (flags.cutsStacks(jdk)) {
            assertThat(ended.log()).anyMatch(line -> line.contains("allocated at"));
        } else {
            assertThat(sites(ended.report())).containsExactlyInAnyOrderElementsOf(sites(plain));
        }
    }

    private static List<String> sites(Report report) {
        return report.of("leak").stream().map(leak -> leak.path("site").asText()).toList();
    }

    private Report plain(Jdk jdk) throws Exception {
        Report known = PLAIN.get(jdk.major());
        if (known == null) {
            Ended plain = run(jdk);
            assertThat(plain.report().findings()).as(plain.everything()).isNotEmpty();
            assertThat(plain.report().numberOfFindings()).isEqualTo(LEAKS);
            PLAIN.put(jdk.major(), plain.report());
            known = plain.report();
        }
        return known;
    }

    private Ended run(Jdk jdk, String... flags) throws Exception {
        Path own = Files.createTempDirectory(directory, "run");
        return new AppRun(jdk, own).jvm(flags).untilReported(LEAKS).run(PROGRAM, "1.2", "true");
    }

    /** What such a JVM says by itself; the test is skipped if it does not start. */
    private static List<String> said(Jdk jdk, List<String> flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(flags);
        command.add("-version");
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        java.getOutputStream().close();
        String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(java.waitFor() == 0, jdk + " refuses " + flags + ": " + text);
        return Arrays.stream(text.split("\n")).map(JvmFlagsIT::withoutTime).toList();
    }

    /** Unified logging puts seconds since the start before a line. */
    private static String withoutTime(String line) {
        return line.replaceFirst("^\\[[0-9.]+s\\]", "");
    }

    /** This collector collects nothing: all is open in the end, and nothing is a leak. */
    @ParameterizedTest
    @MethodSource("jdks")
    void withoutCollectionsNothingIsFound(Jdk jdk) throws Exception {
        String[] flags = {
            "-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC"
        };
        said(jdk, List.of(flags));
        Ended ended = new AppRun(jdk, directory).jvm(flags).run(PROGRAM, "1.2", "false");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        // this collector speaks to standard output
        assertThat(ended.out()).filteredOn(l -> !l.contains("[gc")).containsExactly("DONE");
        assertThat(ended.warnings()).as(ended.everything()).isEmpty();
        assertThat(ended.report().findings()).isEqualTo(List.<Scenario.Expected>of());
        assertThat(ended.report().summary().path("open").asInt()).isEqualTo(LEAKS);
    }
}
