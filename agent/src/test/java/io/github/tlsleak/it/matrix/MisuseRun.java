package io.github.tlsleak.it.matrix;

import io.github.tlsleak.apps.stub.Dialects;
import io.github.tlsleak.apps.stub.End;
import io.github.tlsleak.apps.stub.Stub;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Mistakes made one after the other in one JVM. The test's own JVM has a server for each of them.
 */
final class MisuseRun implements AutoCloseable {

    private static final String CLIENT = "client";
    private static final String SERVER = "server ";
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration SEEN = Duration.ofSeconds(5);
    private static final Duration REPORTED = Duration.ofSeconds(40);

    private final Jdk jdk;
    private final String options;
    private final List<Misuse> mistakes;
    private final List<AutoCloseable> others = new ArrayList<>();
    private final Map<Misuse, Supplier<List<String>>> ends = new LinkedHashMap<>();
    private final Map<Misuse, List<String>> saw = new LinkedHashMap<>();
    private final List<Peer> clients = new ArrayList<>();
    private final Path directory;
    private Forked app;
    private Report report;

    MisuseRun(Jdk jdk, String options, List<Misuse> mistakes) throws IOException {
        this.jdk = jdk;
        this.options = options;
        this.mistakes = mistakes;
        this.directory = Files.createTempDirectory("tlsleak-it");
    }

    /** Runs the program to its end. The servers are asked before the program may end. */
    void perform() throws Exception {
        List<String> args = new ArrayList<>();
        for (Misuse mistake : mistakes) {
            args.add(mistake.name() + "=" + port(mistake));
        }
        String more = options.isEmpty() ? "" : "," + options;
        app =
                Misuse.jvm(jdk)
                        .agentArgs("report=" + file() + more)
                        .start(Misuse.PACKAGE + "Play", args.toArray(new String[0]));
        if (mistakes.stream().anyMatch(m -> m.text().peer().equals(CLIENT))) {
            connect(3);
        }
        app.awaitOut(line -> line.equals("DONE"), LONG);
        // waits for the expected findings; the report at the end shows unexpected ones
        Report.await(file(), expected(), REPORTED);
        for (Misuse mistake : mistakes) {
            saw.put(mistake, awaitSaw(mistake));
        }
        app.release();
        app.endsWell(LONG);
        report = Report.read(file());
    }

    /** Starts the server of a mistake, or the client that will connect. */
    private int port(Misuse mistake) throws IOException {
        String peer = mistake.text().peer();
        if (peer.equals(CLIENT)) {
            ends.put(mistake, () -> clients.stream().flatMap(c -> c.saw().stream()).toList());
            return 0;
        }
        if (peer.startsWith(SERVER)) {
            Peer server = Peer.server(peer.substring(SERVER.length()), mistake.tls());
            others.add(server);
            ends.put(mistake, server::saw);
            return server.port();
        }
        Stub server = new Stub(Dialects.of(peer), End.AWAIT, mistake.tls());
        others.add(server);
        ends.put(mistake, server::saw);
        return server.port();
    }

    private void connect(int times) throws IOException, InterruptedException {
        String line = app.awaitOut(text -> text.startsWith("LISTENING "), LONG);
        int port = Integer.parseInt(line.substring("LISTENING ".length()));
        for (int i = 0; i < times; i++) {
            Peer client = Peer.client("await", "1.3", port);
            others.add(client);
            clients.add(client);
        }
    }

    /** How many findings there must be. */
    int expected() {
        return Findings.number(mistakes.stream().flatMap(m -> m.expect(jdk).stream()));
    }

    private List<String> awaitSaw(Misuse mistake) {
        List<String> expected = mistake.saw(jdk);
        long end = System.nanoTime() + SEEN.toNanos();
        while (!expected.isEmpty()
                && !sawNow(mistake).equals(expected)
                && System.nanoTime() < end) {
            Peer.sleep(20);
        }
        return sawNow(mistake);
    }

    private List<String> sawNow(Misuse mistake) {
        return ends.get(mistake).get().stream().sorted().toList();
    }

    List<Misuse> mistakes() {
        return mistakes;
    }

    Jdk jdk() {
        return jdk;
    }

    /** What the other side of a mistake received. */
    List<String> saw(Misuse mistake) {
        return saw.get(mistake);
    }

    /** The report file of the agent. */
    Path file() {
        return directory.resolve("report.jsonl");
    }

    Report report() {
        return report;
    }

    String output() {
        return app == null ? "" : app.everything();
    }

    @Override
    public void close() throws Exception {
        if (app != null) {
            app.close();
        }
        for (AutoCloseable other : others) {
            other.close();
        }
        Files.deleteIfExists(file());
        Files.delete(directory);
    }
}
