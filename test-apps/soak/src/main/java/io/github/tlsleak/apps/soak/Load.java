package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.libraries.http.ApacheClient5;
import io.github.tlsleak.apps.libraries.http.HttpClientLibrary;
import io.github.tlsleak.apps.libraries.http.HttpServerLibrary;
import io.github.tlsleak.apps.libraries.http.JdkServer;
import io.github.tlsleak.apps.libraries.http.JettyClient;
import io.github.tlsleak.apps.libraries.http.JettyServer;
import io.github.tlsleak.apps.libraries.http.NettyClient;
import io.github.tlsleak.apps.libraries.http.NettyServer;
import io.github.tlsleak.apps.libraries.http.OkHttp;
import io.github.tlsleak.apps.libraries.http.TomcatServer;
import io.github.tlsleak.apps.libraries.http.UndertowServer;
import io.github.tlsleak.apps.support.Stage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Servers and clients under changing load. Arguments: a seed, and what {@link Peer} printed. The
 * program prints {@code ready}, then answers each line of standard input with one line that begins
 * with {@code ok}:
 *
 * <ul>
 *   <li>{@code go}, {@code go mistakes}: switches the load on
 *   <li>{@code level PERCENT}: how much each thread plays, until the next {@code go}
 *   <li>{@code stop}: switches it off, and collects what was forgotten; answers how many plays
 *       failed since the last time, how many of libraries, and the last exception
 *   <li>{@code mistakes}: {@code METHOD VERDICT SEVERITY COUNT} since the last time
 *   <li>{@code settle}: what was forgotten has been judged, and may be released
 *   <li>{@code figures}: sessions so far, and what the program takes of its machine
 *   <li>{@code ways}: {@code METHOD COUNT} of each way there is, ever since
 *   <li>{@code collect}: some garbage collections; {@code clock}: the wall clock, milliseconds
 *   <li>{@code quit}, or the end of standard input
 * </ul>
 */
public final class Load {

    private static final int ENGINES = 4;
    private static final int CONNECTIONS = 4;
    private static final int COLLECTIONS = 6;
    private static final int STORM = 15;
    private static final String LEVEL = "level ";

    private final Shared shared = new Shared();
    private final List<Worker> workers = new ArrayList<>();
    private final SplittableRandom random;

    private Load(long seed, Map<PeerScript, Integer> ports) throws Exception {
        random = new SplittableRandom(seed);
        for (int i = 0; i < ENGINES; i++) {
            Wire wire = new Wire("engines-" + i, new Contexts(), "TLSv1.2", ports, random.split());
            add(Ways.engines(shared, wire), 0, 2_000);
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            String version = i % 2 == 0 ? "TLSv1.2" : "TLSv1.3";
            Wire wire = new Wire("peer-" + i, new Contexts(), version, ports, random.split());
            add(Ways.connections(shared, wire), 120_000, 500_000);
        }
        LibraryStage stage = LibraryStage.sharing("1.3");
        add(stage, new JdkServer(), new ApacheClient5(), false, false);
        add(stage, new NettyServer(), new JettyClient(), false, false);
        add(stage, new TomcatServer(), new OkHttp(), false, false);
        add(stage, new JettyServer(), new OkHttp(), true, false);
        add(stage, new UndertowServer(), new NettyClient(), false, true);
    }

    private void add(
            LibraryStage stage,
            HttpServerLibrary server,
            HttpClientLibrary client,
            boolean http2,
            boolean keepsClient)
            throws Exception {
        add(
                new HttpPair(stage, server, client, http2, keepsClient, random.split()),
                1_000_000,
                3_000_000);
    }

    private void add(Actor actor, int pauseMicros, int slowMicros) {
        String name = "load-" + workers.size();
        workers.add(new Worker(shared, actor, name, random.split(), pauseMicros, slowMicros));
    }

    public static void main(String[] args) throws Exception {
        Load load = new Load(Long.parseLong(args[0]), ports(args[1]));
        load.workers.forEach(Worker::start);
        System.out.println("ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine();
                line != null && !line.equals("quit");
                line = in.readLine()) {
            System.out.println(("ok " + load.answer(line)).trim());
        }
        System.exit(0);
    }

    private static Map<PeerScript, Integer> ports(String text) {
        Map<PeerScript, Integer> ports = new EnumMap<>(PeerScript.class);
        for (String port : text.split(" ")) {
            int sign = port.indexOf('=');
            ports.put(
                    PeerScript.valueOf(port.substring(0, sign)),
                    Integer.parseInt(port.substring(sign + 1)));
        }
        return ports;
    }

    private String answer(String line) throws Exception {
        switch (line) {
            case "go":
            case "go mistakes":
                shared.mistakesToo = line.endsWith("mistakes");
                shared.level = 100;
                shared.gate.open();
                return "";
            case "stop":
                return stop();
            case "mistakes":
                return shared.ways.takeMistakes();
            case "settle":
                for (Worker worker : workers) {
                    worker.actor().settle();
                }
                return "";
            case "figures":
                return "sessions " + shared.sessions.sum() + ' ' + Figures.line();
            case "ways":
                return shared.ways.all(Ways.all());
            case "collect":
                collect(STORM);
                return "";
            case "clock":
                return Long.toString(System.currentTimeMillis());
            default:
                if (line.startsWith(LEVEL)) {
                    shared.level = Integer.parseInt(line.substring(LEVEL.length()));
                    return "";
                }
                throw new IllegalArgumentException("unknown command " + line);
        }
    }

    private String stop() {
        shared.gate.close();
        collect(COLLECTIONS);
        Throwable failure = shared.lastFailure;
        shared.lastFailure = null;
        return shared.failures.sumThenReset()
                + " "
                + shared.libraryFailures.sumThenReset()
                + (failure == null ? "" : " " + Failures.line(failure));
    }

    private static void collect(int times) {
        for (int i = 0; i < times; i++) {
            Stage.awaitCollected(new WeakReference<>(new Object()));
        }
    }
}
