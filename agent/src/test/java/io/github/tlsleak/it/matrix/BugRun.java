package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.BugPeer;
import io.github.tlsleak.it.peer.Dialogue;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of a bug's program with one release of the library. */
final class BugRun implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration ENDED = Duration.ofSeconds(5);
    private static final long QUIET_MILLIS = 10_000;
    private static final Duration REPORTED = Duration.ofSeconds(40);

    private final RealBug bug;
    private final Jdk jdk;
    private final List<Scenario.Expected> expected;
    private final Path directory;
    private final BugPeer peer;
    private final Forked app;
    private List<String> saw;

    /**
     * Starts the program.
     *
     * @param which {@code bad} or {@code good}
     */
    BugRun(RealBug bug, Jdk jdk, String which, List<Scenario.Expected> expected)
            throws IOException {
        this.bug = bug;
        this.jdk = jdk;
        this.expected = expected;
        directory = Files.createTempDirectory("tlsleak-it");
        peer = new BugPeer(Dialogue.named(bug.fact("peer")));
        AgentJvm jvm = bug.jvm(jdk, which).agentArgs(String.join(",", options()));
        app = bug.start(jvm, which, peer.port());
    }

    private List<String> options() {
        String more = bug.text().options();
        return more.isEmpty() ? List.of("report=" + file()) : List.of("report=" + file(), more);
    }

    private Path file() {
        return directory.resolve("report.jsonl");
    }

    /** Waits for the end of the program. The peer is asked before the program may end. */
    Report finish() throws Exception {
        app.awaitOut(line -> line.equals("DONE"), LONG);
        saw = peer.awaitEnds(bug.saw(jdk).size(), ENDED);
        if (expected.isEmpty() && bug.needsTime()) {
            Peer.sleep(QUIET_MILLIS);
        }
        Report.await(file(), Findings.number(expected.stream()), REPORTED);
        app.release();
        app.endsWell(LONG);
        return Report.read(file());
    }

    /** The ends of the connections, sorted, as the peer saw them before the program ended. */
    List<String> saw() {
        return saw;
    }

    /** What the agent's log says of findings: neither the program's own log nor the summary. */
    List<String> log() {
        return app.err().stream()
                .filter(line -> line.startsWith("  ") && !line.contains("still open"))
                .toList();
    }

    /** The report as text. */
    List<String> text() throws Exception {
        return Cli.on(Jdk.own()).run("report", file(), "--all", "--full").out();
    }

    String output() {
        return bug + " on " + jdk + app.everything();
    }

    @Override
    public void close() throws Exception {
        app.close();
        peer.close();
        Files.deleteIfExists(file());
        Files.delete(directory);
    }
}
