package io.github.tlsleak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what the agent costs and prints one table. Progress goes to stderr.
 *
 * <pre>--agent JAR --dir DIR [--mode full|quick] [--only NAME,NAME] [--rounds N]
 * [--java HOME,HOME]</pre>
 */
public final class Bench {
    private static final Map<String, Figure> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("engine", Throughput.handshakes("EngineHandshakes", "engines in memory"));
        FIGURES.put("socket", Throughput.handshakes("SocketHandshakes", "sockets"));
        FIGURES.put(
                "engine-other",
                Throughput.otherHandshakes("EngineHandshakes", "engines in memory"));
        FIGURES.put("socket-other", Throughput.otherHandshakes("SocketHandshakes", "sockets"));
        FIGURES.put("engine-bulk", Throughput.bulk("EngineBulk", "engines in memory"));
        FIGURES.put("socket-bulk", Throughput.bulk("SocketBulk", "socket"));
        FIGURES.put("http-jdk", Throughput.http("jdk"));
        FIGURES.put("http-netty", Throughput.http("netty"));
        FIGURES.put("engine-leaky", Throughput.leaky("EngineHandshakes", "engines in memory"));
        FIGURES.put("socket-leaky", Throughput.leaky("SocketHandshakes", "sockets"));
        FIGURES.put("session", new FollowSession());
        FIGURES.put("hooks", new SingleHooks());
        FIGURES.put("socket-path", new SocketPath());
        FIGURES.put("contention", new Contention());
        FIGURES.put("live", new LiveMemory());
        FIGURES.put("look", new LookTime());
        FIGURES.put("churn", new ChurnMemory());
        FIGURES.put("pauses", new GcPauses());
        FIGURES.put("startup", new StartUp());
        FIGURES.put("log", new LeakToLog());
        FIGURES.put("report", new ReportTime());
    }

    private final Map<String, String> options = new LinkedHashMap<>();

    private Bench(String[] args) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
    }

    public static void main(String[] args) throws IOException {
        new Bench(args).run();
    }

    private void run() throws IOException {
        Setup setup = setup();
        List<String> names = new ArrayList<>(FIGURES.keySet());
        if (options.containsKey("--only")) {
            names.retainAll(Arrays.asList(options.get("--only").split(",")));
        }
        Table table = new Table();
        long start = System.nanoTime();
        for (String name : names) {
            System.err.println(name);
            long since = System.nanoTime();
            FIGURES.get(name).measure(setup, table);
            System.err.printf("  %d s%n", (System.nanoTime() - since) / 1_000_000_000L);
        }
        System.out.println(Machine.describe(setup));
        table.print(System.out);
        System.out.printf("took %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
    }

    private Setup setup() throws IOException {
        Path dir = Path.of(options.getOrDefault("--dir", "target")).toAbsolutePath().normalize();
        List<Path> homes = new ArrayList<>();
        for (String home :
                options.getOrDefault("--java", System.getProperty("java.home")).split(",")) {
            homes.add(Path.of(home));
        }
        return new Setup(
                Path.of(options.get("--agent")).toAbsolutePath().normalize(),
                Files.createDirectories(dir.resolve("bench")),
                options.getOrDefault("--mode", "full").equals("quick"),
                Integer.parseInt(options.getOrDefault("--rounds", "0")),
                homes);
    }
}
