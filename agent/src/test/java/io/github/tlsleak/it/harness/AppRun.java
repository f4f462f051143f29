package io.github.tlsleak.it.harness;

import io.github.tlsleak.it.peer.Peer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A test program that runs once to its end, with options of the agent. Some programs wait for the
 * end of their standard input. This class ends it when the output that {@code until...} names was
 * seen, or after a time limit. After a time limit the test's own assertions show what is missing.
 */
public final class AppRun {

    public static final Duration LONG = Duration.ofSeconds(90);

    private static final String APPS = "io.github.tlsleak.apps.";
    private static final Duration SEEN = Duration.ofSeconds(30);

    private final AgentJvm jvm;
    private final Path report;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private int findings;
    private String errPattern;

    /** A run that reports to {@code report.jsonl} in a directory of the test. */
    public AppRun(Jdk jdk, Path directory) {
        this.jvm = new AgentJvm(jdk);
        this.report = directory.resolve("report.jsonl");
        option("report", report.toString());
    }

    public AppRun option(String key, Object value) {
        options.removeIf(option -> option.startsWith(key + "="));
        options.add(key + "=" + value);
        return this;
    }

    /** Agent arguments as they are, in place of all options. */
    public AppRun onlyArguments(String arguments) {
        options.clear();
        options.add(arguments);
        return this;
    }

    public AppRun withoutAgent() {
        jvm.withoutAgent();
        return this;
    }

    public AppRun jvm(String... flags) {
        jvm.jvm(flags);
        return this;
    }

    public AppRun environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public AppRun classPath(Path directory) {
        classPath.add(directory);
        return this;
    }

    public AppRun untilReported(int number) {
        findings = number;
        return this;
    }

    public AppRun untilErr(String pattern) {
        errPattern = pattern;
        return this;
    }

    /** Starts the program. Its name is given without the common package. */
    public Forked start(String program, String... args) throws IOException {
        jvm.agentArgs(String.join(",", options));
        ProcessBuilder builder = jvm.command(APPS + program, args);
        List<String> command = builder.command();
        int at = command.indexOf("-cp") + 1;
        for (Path directory : classPath) {
            command.set(at, command.get(at) + File.pathSeparator + directory);
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("TLSLEAK_"));
        return Forked.start(builder, environment);
    }

    /** Runs a program to its end. */
    public Ended run(String program, String... args) throws IOException, InterruptedException {
        try (Forked app = start(program, args)) {
            awaitSeen(app);
            app.release();
            int code = app.exitCode(LONG);
            return new Ended(code, app.pid(), app.out(), app.err(), Report.read(report));
        }
    }

    /** Runs a program without a peer, with TLS 1.2. It gets the arguments of a scenario. */
    public Ended runAlone(String program, String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("127.0.0.1", "0", "1.2"));
        args.addAll(List.of(more));
        return run(program, args.toArray(new String[0]));
    }

    /** Runs a scenario against a peer that plays a script. */
    public Ended runWithPeer(String program, String script, String tls)
            throws IOException, InterruptedException {
        try (Peer peer = Peer.server(script, tls)) {
            return run(program, "127.0.0.1", String.valueOf(peer.port()), tls);
        }
    }

    /** Waits, while the program runs, for what was asked for. */
    public void awaitSeen(Forked app) throws IOException, InterruptedException {
        long end = System.nanoTime() + SEEN.toNanos();
        while (!seen(app) && app.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private boolean seen(Forked app) throws IOException {
        boolean said =
                errPattern == null || app.err().stream().anyMatch(line -> line.matches(errPattern));
        return said && (findings == 0 || Report.read(report).numberOfFindings() >= findings);
    }
}
