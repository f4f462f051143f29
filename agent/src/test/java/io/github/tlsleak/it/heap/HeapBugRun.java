package io.github.tlsleak.it.heap;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.RealBug;
import io.github.tlsleak.it.peer.BugPeer;
import io.github.tlsleak.it.peer.Dialogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A bug's program in a JVM without the agent, with one release of the library, and what the command
 * heap tells of it.
 */
final class HeapBugRun implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration ENDED = Duration.ofSeconds(10);
    private static final int TRIES = 8;

    private final RealBug bug;
    private final Jdk jdk;
    private final Pattern holder;
    private final BugPeer peer;
    private final Forked app;

    /**
     * Starts the program and waits until it has played.
     *
     * @param which {@code bad} or {@code good}
     */
    HeapBugRun(RealBug bug, Jdk jdk, String which) throws IOException, InterruptedException {
        this.bug = bug;
        this.jdk = jdk;
        String name = bug.fact("holds").replace("*", "\\E.*\\Q");
        holder =
                Pattern.compile(
                        "(static )?\\Q" + name + "\\E|local variable of \\Q" + name + "\\E\\(.*");
        peer = new BugPeer(Dialogue.named(bug.fact("peer")));
        AgentJvm jvm = bug.jvm(jdk, which).withoutAgent().jvm("-Dtlsleak.play.seconds=1");
        app = bug.start(jvm, which, peer.port());
        app.awaitOut("DONE"::equals, LONG);
    }

    /** Takes a dump of the program, which lives on, and reads it. */
    private HeapSaid heap() throws IOException, InterruptedException {
        List<Object> command =
                new ArrayList<>(List.of("heap", app.pid(), "--yes", "--format", "json"));
        if (!bug.fact("class").isEmpty()) {
            command.addAll(List.of("--class", bug.fact("class")));
        }
        Ended said = Cli.on(Jdk.own()).run(command.toArray());
        if (said.exitCode() != 0) {
            throw new AssertionError(said.everything() + app.everything());
        }
        return HeapSaid.of(said.json());
    }

    /** Dumps once more for as long as the field holds what it must not hold. */
    HeapSaid heapWhenReleased() throws IOException, InterruptedException {
        peer.awaitEnds(bug.saw(jdk).size(), ENDED);
        return heapWhen(said -> holding(said) <= kept());
    }

    /** Dumps once more for as long as not all sessions are where they stay. */
    HeapSaid heapWhenHeld() throws IOException, InterruptedException {
        return heapWhen(said -> holding(said) >= kept() + RealBug.TIMES);
    }

    private HeapSaid heapWhen(Predicate<HeapSaid> test) throws IOException, InterruptedException {
        HeapSaid said = heap();
        for (int i = 1; i < TRIES && !test.test(said); i++) {
            Thread.sleep(500);
            said = heap();
        }
        return said;
    }

    /** How many the field of the bug holds. */
    int holding(HeapSaid said) {
        return said.groups().stream()
                .filter(HeapSaid.Group::isHeld)
                .filter(group -> group.steps().stream().anyMatch(this::isHolder))
                .mapToInt(group -> group.count())
                .sum();
    }

    /** How many it may hold. */
    int kept() {
        return bug.fact("kept").isEmpty() ? 0 : Integer.parseInt(bug.fact("kept"));
    }

    /** Whether a step of a path is the one that the bug is about. */
    boolean isHolder(String step) {
        return holder.matcher(step).matches();
    }

    String output() {
        return bug + " on " + jdk + app.everything();
    }

    @Override
    public void close() throws IOException {
        app.close();
        peer.close();
    }
}
