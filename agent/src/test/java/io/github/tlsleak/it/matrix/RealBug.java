package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.peer.PeerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A leak that a library had and that was fixed, by a later release or by a setting: a situation of
 * {@code test-apps/bugs} and its expectations, from the header of its source.
 *
 * @param name {@code JedisRefused}
 * @param text the findings that the agent must report of the release that leaks
 * @param facts {@code library}, {@code bad}, {@code good}, {@code mended} if a setting and no
 *     release makes the difference, {@code link}, {@code what}, {@code peer}, {@code owner}, {@code
 *     frame}, {@code reader} a package that a reader of log and text must see, {@code os} if it
 *     needs a certain one; for heap dumps {@code holds} the field or method that must be named,
 *     {@code kept} how many it may hold where fixed, {@code class} what is held if not sessions
 */
public record RealBug(String name, Scenario text, Map<String, String> facts) {

    public static final int TIMES = 5;

    /** In the place of a release: the library is the JDK. */
    private static final String JDK = "JDK";

    public static final String PACKAGE = "io.github.tlsleak.apps.bugs";

    private static final Path MODULE = AgentJvm.APPS.resolve("bugs");
    private static final Path SOURCES = MODULE.resolve("src/main/java/io/github/tlsleak/apps/bugs");
    private static final Pattern FACT =
            Pattern.compile(
                    "^// (library|bad|good|mended|link|what|peer|owner|frame|reader|os|class|holds|kept): (.*)$",
                    Pattern.MULTILINE);

    /** The bugs of all sources, sorted by name, or those that a system property selects. */
    public static List<RealBug> all() throws IOException {
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

    /** Whether it is played with the agent. Others show only in heap dumps. */
    boolean isOfAgent() {
        return !fact("frame").isEmpty();
    }

    /** Whether the release that leaks does so on a JDK. */
    public boolean leaksOn(Jdk jdk) {
        boolean isFixedInJdk = isOfAgent() && text.expect(jdk.major(), "").isEmpty();
        return text.runsOn(jdk.major()) && !isFixedInJdk;
    }

    /** One fact of the header. */
    public String fact(String key) {
        return facts.getOrDefault(key, "");
    }

    /** What the server must have seen of the release that does not leak. */
    public List<String> saw(Jdk jdk) {
        List<String> saw = text.saw(jdk.major(), "");
        if (!saw.isEmpty()) {
            return saw;
        }
        int connections = fact("peer").equals("none") ? 0 : TIMES;
        return Collections.nCopies(connections, PeerConnection.CLOSE_NOTIFY);
    }

    /** Whether it is found only after some time, because the sessions are alive. */
    boolean needsTime() {
        return text.options().matches(".*(stuck|threshold|session\\.[a-z]+)=.*");
    }

    /** How many sessions count as closed with the release that does not leak. */
    int closed(Jdk jdk) {
        return text.counts(jdk.major(), "").getOrDefault("CLOSED", TIMES);
    }

    /** Whether the library's native code runs on this machine. */
    public boolean runsHere() {
        String here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return fact("os").isEmpty() || fact("os").equals(here);
    }

    /**
     * The command of the bug's program.
     *
     * @param which {@code bad} or {@code good}
     */
    public AgentJvm jvm(Jdk jdk, String which) throws IOException {
        AgentJvm jvm = new AgentJvm(jdk).with(MODULE.resolve("target/classes"));
        if (!fact(which).equals(JDK)) {
            jvm.withJarsOf(MODULE.resolve("target/releases/" + fact(which)));
        }
        return jvm.jvm(text.jvm(jdk.major(), ""));
    }

    /**
     * Starts the program, which plays the bug as often as {@link #TIMES} says.
     *
     * @param jvm of {@link #jvm}
     * @param which {@code bad} or {@code good}
     * @param port of the peer
     */
    public Forked start(AgentJvm jvm, String which, int port) throws IOException {
        return jvm.start(
                PACKAGE + ".Repeat",
                "127.0.0.1",
                Integer.toString(port),
                Integer.toString(TIMES),
                name,
                which);
    }

    /** The release as a reader of the table knows it. */
    public String release(String which) {
        String release = fact(which);
        String version = release.substring(release.lastIndexOf('-') + 1);
        return which.equals("good") ? (version + " " + fact("mended")).trim() : version;
    }

    @Override
    public String toString() {
        return name;
    }
}
