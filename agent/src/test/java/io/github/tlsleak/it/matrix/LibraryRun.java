package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Dumps;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.LibraryPeers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Libraries in one JVM under the agent. The program asks for peers and says when a situation is
 * over. Then this class collects garbage until every session has its verdict. All new findings
 * belong to that situation.
 */
final class LibraryRun implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long SETTLED_NANOS = 12_000_000_000L;

    private final LibraryVariant variant;
    private final Jdk jdk;
    private final String tls;
    private final List<LibraryResult> results = new ArrayList<>();
    private Path directory;
    private Path file;
    private Forked app;
    private Dumps dumps;
    private int asked;
    private int linesBefore;
    private Map<String, Integer> countsBefore = new TreeMap<>();
    private String[] situation;
    private LibraryPeers peers;

    LibraryRun(LibraryVariant variant, Jdk jdk) {
        this.variant = variant;
        this.jdk = jdk;
        this.tls = variant.tls();
    }

    /** Runs the program to its end. */
    void perform() throws Exception {
        directory = Files.createTempDirectory("tlsleak-it");
        file = directory.resolve("report.jsonl");
        List<String> args = new ArrayList<>(List.of(tls));
        args.addAll(variant.libraries());
        app =
                variant.jvm(jdk)
                        // a client for each situation is the test's own doing
                        .agentArgs("context.churn=1000,report=" + file)
                        .start(
                                "io.github.tlsleak.apps.libraries.Play",
                                args.toArray(new String[0]));
        String question = question();
        dumps = new Dumps(app.pid());
        while (!question.equals("done")) {
            answer(serve(question.split(" ", -1)));
            question = question();
        }
        answer("bye");
        app.endsWell(LONG);
    }

    private String question() throws InterruptedException {
        while (true) {
            int from = asked;
            app.awaitOut(line -> app.out().size() > from, LONG);
            String line = app.out().get(asked++);
            if (line.startsWith("ASK ")) {
                return line.substring(4).trim();
            }
        }
    }

    private void answer(String text) throws IOException {
        app.in().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
        app.in().flush();
    }

    private String serve(String[] words) throws Exception {
        switch (words[0]) {
            case "situation" -> {
                situation = words;
                peers = new LibraryPeers(tls, dumps::dump);
            }
            case "played" -> {
                String problem = String.join(" ", Arrays.asList(words).subList(1, words.length));
                try (LibraryPeers played = peers) {
                    results.add(settled(problem, played));
                }
            }
            default -> {
                return peers.answer(words);
            }
        }
        return "ok";
    }

    /**
     * Collects garbage until all sessions are judged, none is open, the expected number of findings
     * is there, and two collections in a row find nothing more. Stops at a time limit.
     */
    private LibraryResult settled(String problem, LibraryPeers played) throws Exception {
        int expected = expectation(situation[1], situation[2]).findings(jdk.major(), tls);
        long end = System.nanoTime() + SETTLED_NANOS;
        Report report = collected();
        Map<String, Integer> counts = Findings.counts(report.summary());
        Map<String, Integer> last = null;
        while (System.nanoTime() < end
                && (!counts.equals(last)
                        || LibraryResult.lacksSession(situation[2], difference(counts))
                        || isBehind(played, difference(counts))
                        || report.summary().path("open").asInt() > 0
                        || report.since(linesBefore).numberOfFindings() < expected)) {
            last = counts;
            report = collected();
            counts = Findings.counts(report.summary());
        }
        LibraryResult result =
                new LibraryResult(
                        situation[1],
                        situation[2],
                        problem,
                        difference(counts),
                        report.summary().path("open").asInt(),
                        report.since(linesBefore),
                        played.saw());
        countsBefore = counts;
        linesBefore = report.lines().size();
        return result;
    }

    /**
     * Whether a peer has seen more sessions than are judged. Then one session has ended and is
     * still reachable.
     */
    private static boolean isBehind(LibraryPeers played, Map<String, Integer> counts) {
        int judged = counts.values().stream().mapToInt(Integer::intValue).sum();
        return played.saw().size() > judged - counts.getOrDefault("UNUSED", 0);
    }

    private Map<String, Integer> difference(Map<String, Integer> counts) {
        return LibraryResult.difference(countsBefore, counts);
    }

    private Report collected() throws Exception {
        dumps.dump();
        return Report.read(file);
    }

    /** The expectations of a situation. */
    Scenario expectation(String library, String name) {
        return LibraryText.of(library).of(name, variant.name());
    }

    LibraryVariant variant() {
        return variant;
    }

    Jdk jdk() {
        return jdk;
    }

    String tls() {
        return tls;
    }

    List<LibraryResult> results() {
        return results;
    }

    /** The report of the whole run. */
    Report report() throws IOException {
        return Report.read(file);
    }

    String output() {
        return app.everything();
    }

    @Override
    public void close() throws Exception {
        if (dumps != null) {
            dumps.close();
        }
        if (app != null) {
            app.close();
        }
        if (directory != null) {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }
}
