package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Child;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.table.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of one program on one JDK without an agent and with each, in milliseconds. */
final class StartUpRuns {
    /** Agents that are only compared with are slow, and their figures need not be as precise. */
    private static final int ROUNDS_OF_OTHERS = 7;

    private final Setup setup;
    private final Path home;
    private final String program;
    private final Map<String, List<String>> agents;
    private final Map<String, List<Double>> cpu = new HashMap<>();
    private final Map<String, List<Double>> wall = new HashMap<>();

    /**
     * @param program a class of {@code load}
     * @param agents the options of each; not of none
     */
    StartUpRuns(Setup setup, Path home, String program, Map<String, List<String>> agents) {
        this.setup = setup;
        this.home = home;
        this.program = program;
        this.agents = agents;
    }

    String program() {
        return program;
    }

    Set<String> agents() {
        return agents.keySet();
    }

    /** A round that does not count. */
    void warmUp() throws IOException {
        round();
        cpu.clear();
        wall.clear();
    }

    /** Each agent once, and the program without one. */
    void round() throws IOException {
        once(PeerAgents.NONE, List.of());
        for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
            int runs = cpu.getOrDefault(agent.getKey(), List.of()).size();
            if (runs < ROUNDS_OF_OTHERS || PeerAgents.isJudged(agent.getKey())) {
                once(agent.getKey(), agent.getValue());
            }
        }
    }

    private void once(String agent, List<String> options) throws IOException {
        Child child = Child.run(setup.dir, setup.command(home, options, program), null);
        add(cpu, agent, child.get("user") + child.get("sys"));
        add(wall, agent, child.get("wall"));
    }

    private static void add(Map<String, List<Double>> to, String agent, double seconds) {
        to.computeIfAbsent(agent, key -> new ArrayList<>()).add(1000 * seconds);
    }

    double bareCpu() {
        return Spread.of(cpu.get(PeerAgents.NONE)).median();
    }

    double bareWall() {
        return Spread.of(wall.get(PeerAgents.NONE)).median();
    }

    Interval addedCpu(String agent) {
        return Interval.of(added(cpu, agent));
    }

    Interval addedWall(String agent) {
        return Interval.of(added(wall, agent));
    }

    /** What an agent adds over some times of what another one adds. */
    Interval excess(String agent, int times, String other) {
        List<Double> own = added(cpu, agent);
        List<Double> others = added(cpu, other);
        List<Double> excess = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            excess.add(own.get(i) - times * others.get(i));
        }
        return Interval.of(excess);
    }

    private static List<Double> added(Map<String, List<Double>> values, String agent) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < values.getOrDefault(agent, List.of()).size(); i++) {
            added.add(values.get(agent).get(i) - values.get(PeerAgents.NONE).get(i));
        }
        return added;
    }
}
