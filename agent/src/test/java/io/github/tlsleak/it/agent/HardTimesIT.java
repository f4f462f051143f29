package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Moments without memory, without stack or without a thread group. No engine that was closed in
 * order is called a leak because of them. Leaks are reported afterwards.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class HardTimesIT {

    private static final String ENGINE = "sun.security.ssl.SSLEngineImpl";
    private static final String INSIDES = "sun.security.ssl.TransportContext";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    static List<Arguments> loads() {
        List<Arguments> loads = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            loads.add(arguments(jdk, "1000", ENGINE));
            loads.add(arguments(jdk, "60000", INSIDES));
            if (Jdk.areGiven()) {
                loads.add(arguments(jdk, "10000", ENGINE));
                loads.add(arguments(jdk, "100000", ENGINE));
                loads.add(arguments(jdk, "1000", INSIDES));
            }
        }
        return loads;
    }

    @ParameterizedTest
    @MethodSource("loads")
    void memoryIsMissingAsAClassIsLoaded(Jdk jdk, String free, String loaded) throws Exception {
        Ended ended =
                without(jdk)
                        .jvm("-Xmx24m")
                        .untilErr(".*leak #1 .*")
                        .run("hard.NoMemoryAtLoad", free, loaded);
        onlyTheOneIsLost(ended);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stackIsMissingAsAClassIsLoaded(Jdk jdk) throws Exception {
        Ended ended =
                without(jdk)
                        .jvm("-Xint")
                        .untilErr(".*leak #1 .*")
                        .run("hard.NoStackAtLoad", "100", ENGINE);
        onlyTheOneIsLost(ended);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stackIsMissingInAClose(Jdk jdk) throws Exception {
        // compiled code and the interpreter need different amounts
        String flag = jdk.major() % 2 == 0 ? "-Xint" : "-XX:TieredStopAtLevel=1";
        Ended ended =
                without(jdk).jvm(flag).untilErr(".*leak #1 .*").run("hard.NoStackInClose", "512");
        assertThat(ended.out()).containsExactly("OVERFLOWS true", "NONE HELD", "DONE");
        onlyTheOneIsLost(ended);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void leaksFoundWithoutMemoryAreReportedLater(Jdk jdk) throws Exception {
        Ended ended =
                without(jdk)
                        .jvm("-Xmx24m")
                        .untilErr(".*LOST now 10 times.*")
                        .run("hard.NoMemoryWhileJudged");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("FULL true", "DONE");
        assertThat(summary(ended)).as(ended.everything()).contains("; 10 leaks, 0 defects");
        assertThat(ended.log()).anyMatch(line -> line.contains("leak #1 LOST"));
        assertThat(ended.log()).noneMatch(line -> line.contains("no longer reported"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingOfTheThreadThatUsedTlsFirstIsKept(Jdk jdk) throws Exception {
        Ended ended = without(jdk).untilErr(".*now 10 times.*").run("hard.BornInARequest");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out())
                .as(ended.everything())
                .containsExactly("IN THE GROUP 0", "REQUEST AND LOADER GONE", "DONE");
        assertThat(summary(ended)).contains("; 11 leaks, 0 defects").doesNotContain("error");
        assertThat(ended.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void tlsIsUsedFirstAsTheProgramEnds(Jdk jdk) throws Exception {
        Ended ended = without(jdk).run("hard.UsesTlsWhenItEnds");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("CLOSED");
        assertThat(ended.err()).isEmpty();
    }

    /** With no options set: the agent is activated in the middle of it. */
    private AppRun without(Jdk jdk) {
        return new AppRun(jdk, directory).onlyArguments("");
    }

    /** Engines that were made without hooks are not followed. */
    private static void onlyTheOneIsLost(Ended ended) {
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).endsWith("DONE");
        assertThat(summary(ended)).as(ended.everything()).contains("; 1 leak, 0 defects");
        assertThat(ended.log())
                .filteredOn(line -> line.matches(".*leak #\\d+ LOST.*|  \\d+ LOST at .*"))
                .as(ended.everything())
                .hasSize(2);
        assertThat(ended.log()).noneMatch(line -> line.contains("no longer reported"));
        assertThat(summary(ended)).as("followed").containsPattern("summary: [1-9]\\d* session");
    }

    private static String summary(Ended ended) {
        return ended.log().stream()
                .filter(line -> line.contains(" summary: "))
                .findFirst()
                .orElse("no summary");
    }
}
