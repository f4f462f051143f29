package io.github.tlsleak.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All figures by their names, and names for groups of them. */
final class Figures {
    private static final String ENGINES = "engines in memory";
    private static final String SOCKETS = "sockets";
    private static final List<String> SERVERS = List.of("jdk", "netty", "tomcat", "jetty");

    /** Servers that speak HTTP/2. */
    private static final List<String> NEWER = List.of("netty", "tomcat", "jetty");

    private static final List<String> PLAYED_BY_OTHERS =
            List.of(
                    "closed-netty",
                    "closed-tomcat",
                    "closed-jetty",
                    "jit-netty",
                    "jit-tomcat",
                    "jit-jetty");

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    Figures() {
        figures.put("control", Workloads.control());
        SERVERS.forEach(server -> add("requests", "kept-" + server, Workloads.kept(server)));
        SERVERS.forEach(server -> add("closed", "closed-" + server, Workloads.closed(server)));
        NEWER.forEach(server -> add("h2", "h2-" + server, Workloads.http2(server)));
        figures.put("websocket", Workloads.webSocket());
        figures.put("channels", Workloads.channels());
        SERVERS.forEach(server -> add("jit", "jit-" + server, new JitCost(server)));
        sessions();
        figures.put("live", new LiveMemory());
        figures.put("look", new LookTime());
        figures.put("churn", new ChurnMemory());
        figures.put("pauses", new GcPauses());
        figures.put("startup", new StartUp());
        figures.put("log", new LeakToLog());
        figures.put("report", new ReportTime());
        groups.put("http-jdk", List.of("kept-jdk", "closed-jdk"));
        groups.put("http-netty", List.of("kept-netty", "closed-netty"));
    }

    private void sessions() {
        String engine = "EngineHandshakes";
        String socket = "SocketHandshakes";
        add("handshakes", "engine", Workloads.handshakes(engine, ENGINES));
        add("handshakes", "socket", Workloads.handshakes(socket, SOCKETS));
        add("handshakes", "engine-other", Workloads.otherHandshakes(engine, ENGINES));
        add("handshakes", "socket-other", Workloads.otherHandshakes(socket, SOCKETS));
        add("records", "engine-bulk", Workloads.bulk("EngineBulk", ENGINES));
        add("records", "socket-bulk", Workloads.bulk("SocketBulk", SOCKETS));
        add("leaky", "engine-leaky", Workloads.leaky(engine, ENGINES));
        add("leaky", "socket-leaky", Workloads.leaky(socket, SOCKETS));
        figures.put("session", new FollowSession());
        figures.put("hooks", new SingleHooks());
        figures.put("socket-path", new SocketPath());
        figures.put("contention", new Contention());
    }

    private void add(String group, String name, Figure figure) {
        figures.put(name, figure);
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(name);
    }

    /**
     * The names of all figures.
     *
     * @param quick whether those are left out whose programs others play, too
     */
    Set<String> names(boolean quick) {
        Set<String> names = new LinkedHashSet<>(figures.keySet());
        if (quick) {
            names.removeAll(PLAYED_BY_OTHERS);
        }
        return names;
    }

    /**
     * The names of the figures that are meant, in the order of the table.
     *
     * @param wanted names of figures and groups
     * @throws IllegalArgumentException if there is no such name
     */
    Set<String> select(List<String> wanted) {
        Set<String> selected = new LinkedHashSet<>(figures.keySet());
        List<String> meant = new ArrayList<>();
        for (String name : wanted) {
            if (!figures.containsKey(name) && !groups.containsKey(name)) {
                throw new IllegalArgumentException(
                        "no figure " + name + " in " + figures.keySet() + ", " + groups.keySet());
            }
            meant.addAll(groups.getOrDefault(name, List.of(name)));
        }
        selected.retainAll(meant);
        return selected;
    }

    Figure get(String name) {
        return figures.get(name);
    }
}
