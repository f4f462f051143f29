package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The application sees nothing of the agent. No class is loaded in the application because of the
 * agent.
 */
class IsolationIT {

    private static final String LOOKS = "isolation.LooksAround";
    private static final String NO_TLS = "bad.EndsWithoutTls";

    /** Our classes and libraries, under any name: the application must find none of them. */
    private static final String[] OURS = {
        "io.github.tlsleak.agent.Agent",
        "io.github.tlsleak.agent.instrument.Installer",
        "io.github.tlsleak.agent.lib.bytebuddy.ByteBuddy",
        "io.github.tlsleak.agent.lib.slf4j.Logger",
        "net.bytebuddy.ByteBuddy",
        "org.slf4j.Logger",
        "org.slf4j.impl.StaticLoggerBinder",
        "io/github/tlsleak/common/version.properties",
        "io/github/tlsleak/common/rules/known-behaviours.txt",
        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
    };

    /**
     * The hooks are in the boot loader. They must be there, because woven code calls them there.
     */
    private static final String ENTRY = "io.github.tlsleak.TlsLeak";

    private static final Pattern LOADED =
            Pattern.compile(
                    "\\b((java\\.util\\.logging|java\\.lang\\.management|javax\\.management"
                            + "|sun\\.management|com\\.sun\\.jmx"
                            + "|io\\.github\\.tlsleak\\.agent\\.lib)\\.[\\w.$]+)");

    private static final Pattern OF_THE_JAR =
            Pattern.compile("\\bio\\.github\\.tlsleak\\.(?!apps\\.)([\\w.$]+)");

    /** What each program without TLS pays for: see the page on loaders. */
    private static final List<String> DORMANT =
            List.of(
                    "TlsLeak",
                    "OwnJar",
                    "AgentClassLoader",
                    "Stderr",
                    "agent.Agent",
                    "agent.DormantAgent",
                    "agent.instrument.MemoryWait",
                    "agent.instrument.TlsGate",
                    "agent.instrument.advice.JdkClasses",
                    "agent.process.JdkTools",
                    "agent.process.Launch");

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void applicationFindsNothingOfTheAgent(Jdk jdk) throws Exception {
        Ended ended = new AppRun(jdk, directory).run(LOOKS, OURS);
        assertThat(ended.out()).as(ended.everything()).contains("LOOKED");
        assertThat(matching(ended, "(CLASS|RESOURCE) .*")).isEmpty();
    }

    /** Control: shows that the test above can fail. */
    @Test
    void probeFindsWhatIsThere() throws Exception {
        Ended ended = new AppRun(Jdk.own(), directory).run(LOOKS, ENTRY, "java.lang.String");
        assertThat(matching(ended, "CLASS .*"))
                .contains("CLASS " + ENTRY + " by system", "CLASS java.lang.String by boot");
        assertThat(matching(ended, "RESOURCE .*"))
                .contains(
                        "RESOURCE io/github/tlsleak/TlsLeak.class by system",
                        "RESOURCE java/lang/String.class by boot");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void propertiesStreamsAndThreadsAreAsWithout(Jdk jdk) throws Exception {
        Ended with = new AppRun(jdk, directory).run(LOOKS);
        Ended without = new AppRun(jdk, directory).withoutAgent().run(LOOKS);
        String seen = "(PROPERTY (?!sun\\.java\\.command|java\\.instrument).*|OUT|ERR|HANDLER).*";
        assertThat(seen(with, seen)).containsExactlyInAnyOrderElementsOf(seen(without, seen));
        Set<String> added = matching(with, "THREAD .*");
        added.removeAll(matching(without, "THREAD .*"));
        assertThat(added).as(with.everything()).allMatch(thread -> thread.endsWith(" daemon"));
        assertThat(matching(with, "THREAD .*")).containsAll(matching(without, "THREAD .*"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programWithoutTlsLoadsNoLibraryOfOurs(Jdk jdk) throws Exception {
        Ended with = new AppRun(jdk, directory).jvm("-verbose:class").run(NO_TLS);
        assertThat(with.out()).anyMatch(line -> line.contains("io.github.tlsleak.agent.Agent"));
        assertThat(loaded(with)).noneMatch(name -> name.startsWith("io.github.tlsleak.agent.lib."));
        assertThat(loaded(with)).isSubsetOf(loaded(withoutAgent(jdk, NO_TLS)));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programWithoutTlsLoadsFewClassesOfTheJar(Jdk jdk) throws Exception {
        Ended ended =
                new AppRun(jdk, directory).onlyArguments("").jvm("-verbose:class").run(NO_TLS);
        Set<String> expected = new TreeSet<>(DORMANT);
        if (jdk.major() == 8) {
            expected.add("ZipBundle");
        }
        assertThat(names(ended, OF_THE_JAR)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void neitherLoggingNorManagementIsLoadedBecauseOfTheAgent(Jdk jdk) throws Exception {
        String leaks = "volume.SomeLeaks";
        Ended with = new AppRun(jdk, directory).jvm("-verbose:class").runAlone(leaks, "3");
        assertThat(with.log()).as("leaks were told").isNotEmpty();
        Set<String> added = loaded(with);
        assertThat(added).anyMatch(name -> name.startsWith("io.github.tlsleak.agent.lib."));
        added.removeIf(name -> name.startsWith("io.github.tlsleak.agent.lib."));
        assertThat(added)
                .isSubsetOf(loaded(withoutAgent(jdk, leaks, "127.0.0.1", "0", "1.2", "3")));
    }

    @Test
    void loggingSetUpOfTheApplicationDoesNotChangeTheLog() throws Exception {
        String off = "org.slf4j.simpleLogger.defaultLogLevel=off\n";
        String file = "org.slf4j.simpleLogger.logFile=System.out\n";
        Files.writeString(directory.resolve("simplelogger.properties"), off + file);
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .classPath(directory)
                        .jvm("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
                        .jvm("-Dorg.slf4j.simpleLogger.showThreadName=true")
                        .jvm("-Dorg.slf4j.simpleLogger.logFile=System.out")
                        .untilReported(1)
                        .runAlone("volume.SomeLeaks", "1");
        assertThat(ended.err()).as(ended.everything()).isNotEmpty();
        assertThat(ended.err().get(0)).startsWith("[tlsleak] WARN leak #1 LOST: SSLEngine ");
        assertThat(ended.out()).containsExactly("DONE");
    }

    private Ended withoutAgent(Jdk jdk, String program, String... args) throws Exception {
        return new AppRun(jdk, directory).withoutAgent().jvm("-verbose:class").run(program, args);
    }

    private static Set<String> matching(Ended ended, String regex) {
        return ended.out().stream().filter(line -> line.matches(regex)).collect(Collectors.toSet());
    }

    /** The JVM of Java 8 itself puts an agent's jar on the class path. */
    private static Set<String> seen(Ended ended, String regex) {
        String jar = File.pathSeparator + AgentJvm.JAR;
        return matching(ended, regex).stream()
                .map(line -> line.replace(jar, ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> loaded(Ended ended) {
        return names(ended, LOADED);
    }

    private static Set<String> names(Ended ended, Pattern pattern) {
        return ended.out().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
