package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A leak that a library had and that was fixed: a situation of {@code test-apps/bugs} and its
 * expectations, from the header of its source.
 *
 * @param name {@code JedisRefused}
 * @param text the findings that the agent must report of the release that leaks
 * @param facts {@code library}, {@code bad}, {@code good}, {@code link}, {@code what}, {@code
 *     peer}, {@code owner}, {@code frame}, {@code os} if it needs a certain one, {@code closed}
 *     sessions with the release that does not leak, if not all
 */
record RealBug(String name, Scenario text, Map<String, String> facts) {

    static final int TIMES = 5;

    static final String PACKAGE = "io.github.tlsleak.apps.bugs";

    private static final Path MODULE = AgentJvm.APPS.resolve("bugs");
    private static final Path SOURCES = MODULE.resolve("src/main/java/io/github/tlsleak/apps/bugs");
    private static final Pattern FACT =
            Pattern.compile(
                    "^// (library|bad|good|link|what|peer|owner|frame|os|closed): (.*)$",
                    Pattern.MULTILINE);

    /** The bugs of all sources, sorted by name, or those that a system property selects. */
    static List<RealBug> all() throws IOException {
        List<RealBug> bugs = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                RealBug bug = parse(name, Files.readString(file));
                if (bug.facts.containsKey("bad")
                        && name.contains(System.getProperty("tlsleak.only", ""))) {
                    bugs.add(bug);
                }
            }
        }
        return bugs;
    }

    private static RealBug parse(String name, String source) {
        Map<String, String> facts =
                FACT.matcher(source)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        (MatchResult m) -> m.group(1),
                                        m -> m.group(2),
                                        (a, b) -> a,
                                        TreeMap::new));
        return new RealBug(name, Scenario.parse(source), facts);
    }

    /** One fact of the header. */
    String fact(String key) {
        return facts.getOrDefault(key, "");
    }

    /** How many connections the server sees. */
    int connections() {
        return fact("peer").equals("none") ? 0 : TIMES;
    }

    /** How many sessions count as closed with the release that does not leak. */
    int closed() {
        return fact("closed").isEmpty() ? TIMES : Integer.parseInt(fact("closed"));
    }

    /** Whether the library's native code runs on this machine. */
    boolean runsHere() {
        String here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return fact("os").isEmpty() || fact("os").equals(here);
    }

    /** The command of the bug's program with a release of the library. */
    AgentJvm jvm(Jdk jdk, String release) throws IOException {
        return new AgentJvm(jdk)
                .with(MODULE.resolve("target/classes"))
                .withJarsOf(MODULE.resolve("target/releases/" + release))
                .jvm(text.jvm(jdk.major(), ""));
    }

    @Override
    public String toString() {
        return name;
    }
}
