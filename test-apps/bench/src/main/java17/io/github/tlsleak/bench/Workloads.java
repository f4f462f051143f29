package io.github.tlsleak.bench;

import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import java.util.ArrayList;
import java.util.List;

/** All that is measured in turns. */
final class Workloads {
    private static final Aim KEPT = Aim.atLeast(0.99, "0.99");
    private static final Aim CLOSED = Aim.atLeast(0.98, "0.98");
    private static final List<Integer> CONNECTIONS = List.of(1, 64, 1000);
    private static final int SERVERS_RELEASE = 17;

    private Workloads() {}

    static Throughput handshakes(String program, String what) {
        return new Throughput(List.of(handshake(program, what, "1.3", "full", KEPT)));
    }

    static Throughput otherHandshakes(String program, String what) {
        Aim resumed = program.startsWith("Engine") ? Aim.atLeast(0.97, "0.97") : Aim.NONE;
        return new Throughput(
                List.of(
                        handshake(program, what, "1.2", "resumed", resumed),
                        handshake(program, what, "1.3", "resumed", Aim.NONE),
                        handshake(program, what, "1.2", "full", Aim.NONE)));
    }

    private static Workload handshake(
            String program, String what, String version, String mode, Aim aim) {
        String name = "TLS " + version + " handshake and close, " + mode + ", " + what;
        return Workload.of(name, program, Workload.LONG, aim, version, mode);
    }

    static Throughput leaky(String program, String what) {
        String name = "TLS 1.3 handshakes, 1 % dropped, " + what;
        return new Throughput(
                List.of(Workload.of(name, program, Workload.LONG, Aim.NONE, "1.3", "leaky")));
    }

    static Throughput bulk(String program, String what) {
        List<Workload> loads = new ArrayList<>();
        for (String version : List.of("1.3", "1.2")) {
            String name = "record of 16 KB, TLS " + version + ", " + what;
            Aim aim = Aim.atLeast(0.995, "0.995");
            loads.add(Workload.of(name, program, Workload.SHORT, aim, version));
        }
        return new Throughput(loads);
    }

    static Throughput kept(String server) {
        List<Workload> loads = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            loads.add(
                    http(server, "kept", "HTTP/1.1, " + count(connections) + " kept", connections));
        }
        return new Throughput(loads);
    }

    static Throughput http2(String server) {
        List<Workload> loads = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            loads.add(http(server, "h2", "HTTP/2, " + count(connections) + " kept", connections));
        }
        return new Throughput(loads);
    }

    static Workload closedRequests(String server) {
        return http(server, "closed", "HTTP/1.1, connection closed", 1);
    }

    static Throughput closed(String server) {
        return new Throughput(List.of(closedRequests(server)));
    }

    private static Workload http(String server, String protocol, String what, int connections) {
        boolean closed = protocol.equals("closed");
        String proper = Character.toUpperCase(server.charAt(0)) + server.substring(1);
        Workload load =
                Workload.of(
                        "HTTPS request, " + (server.equals("jdk") ? "JDK" : proper) + ", " + what,
                        "http.HttpLoad",
                        closed ? Workload.LONG : Workload.SHORT,
                        closed ? CLOSED : KEPT,
                        server,
                        protocol,
                        connections);
        boolean old = server.equals("jdk") || server.equals("netty") && !protocol.equals("h2");
        return old ? load : load.since(SERVERS_RELEASE);
    }

    static Throughput webSocket() {
        List<Workload> loads = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            String name = "WebSocket message of 64 B and echo, Netty, " + count(connections);
            loads.add(
                    Workload.of(
                            name,
                            "http.HttpLoad",
                            Workload.SHORT,
                            KEPT,
                            "netty",
                            "websocket",
                            connections));
        }
        return new Throughput(loads);
    }

    /** Channels without TLS, in a JVM that has used TLS. */
    static Throughput channels() {
        List<Workload> loads = new ArrayList<>();
        for (String mode : List.of("blocking", "selector")) {
            for (int size : List.of(64, 16_384)) {
                String name = "channel without TLS, " + mode + ", " + size + " B and echo";
                loads.add(
                        Workload.of(
                                name,
                                "ChannelEcho",
                                Workload.SHORT,
                                Aim.NOT_MEASURABLE,
                                mode,
                                size));
            }
        }
        return new Throughput(loads);
    }

    /** The same program twice without the agent: shows what the method itself sees. */
    static Throughput control() {
        List<Workload> loads = new ArrayList<>();
        for (Workload load :
                List.of(
                        http("netty", "kept", "HTTP/1.1, 1 connection kept", 1),
                        closedRequests("netty"))) {
            loads.add(
                    new Workload(
                            "control, no agent on either side: " + load.what(),
                            load.program(),
                            load.arguments(),
                            load.warmupSeconds(),
                            load.release(),
                            Aim.NOT_MEASURABLE));
        }
        return new Throughput(loads, true);
    }

    private static String count(int connections) {
        return connections == 1 ? "1 connection" : Spread.number(connections) + " connections";
    }
}
