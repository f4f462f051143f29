package io.github.tlsleak.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The time that agents add to the start of a program: milliseconds of CPU time (user and system),
 * and wall time.
 */
final class StartUp implements Figure {

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        Path empty = emptyAgent(setup);
        for (Path home : setup.homes) {
            Map<String, List<String>> agents = agents(setup, empty, Jdk.release(home));
            for (String program : List.of("WithoutTls", "WithTls")) {
                measure(setup, table, home, program, agents);
            }
        }
    }

    private static void measure(
            Setup setup, Table table, Path home, String program, Map<String, List<String>> agents)
            throws IOException {
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        Map<String, List<Double>> wall = new LinkedHashMap<>();
        // the first round reads files that are not cached yet
        for (int round = setup.quick ? 0 : -1; round < setup.rounds(15); round++) {
            for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
                List<String> command = setup.command(home, agent.getValue(), program);
                Child child = Child.run(setup.dir, command, null);
                if (round >= 0) {
                    double spent = 1000 * (child.get("user") + child.get("sys"));
                    cpu.computeIfAbsent(agent.getKey(), k -> new ArrayList<>()).add(spent);
                    wall.computeIfAbsent(agent.getKey(), k -> new ArrayList<>())
                            .add(1000 * child.get("wall"));
                }
            }
        }
        for (String agent : agents.keySet()) {
            if (!agent.equals("none")) {
                String what = Jdk.release(home) + " " + program + " + " + agent;
                String target = agent.equals("tlsleak") ? target(program, cpu) : "";
                row(table, "start-up CPU, " + what, cpu, agent, target);
                row(table, "start-up wall, " + what, wall, agent, "");
            }
        }
    }

    private static String target(String program, Map<String, List<Double>> cpu) {
        if (program.equals("WithTls")) {
            return "<= 350 ms";
        }
        double empty = added(cpu, "empty agent").median();
        return "<= " + Spread.number(2 * empty) + " ms, 2 x empty";
    }

    private static void row(
            Table table,
            String what,
            Map<String, List<Double>> values,
            String agent,
            String target) {
        table.add(
                what,
                Spread.of(values.get("none")).median(),
                Spread.of(values.get(agent)).median(),
                added(values, agent),
                "ms",
                target);
    }

    private static Spread added(Map<String, List<Double>> values, String agent) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < values.get(agent).size(); i++) {
            added.add(values.get(agent).get(i) - values.get("none").get(i));
        }
        return Spread.of(added);
    }

    private static Map<String, List<String>> agents(Setup setup, Path empty, int release) {
        Map<String, List<String>> agents = new LinkedHashMap<>();
        agents.put("none", List.of());
        agents.put("empty agent", List.of("-javaagent:" + empty));
        agents.put("tlsleak", List.of("-javaagent:" + setup.agent));
        if (!setup.quick && setup.peer("blockhound") != null) {
            List<String> options = new ArrayList<>();
            if (release >= 13) {
                options.add("-XX:+AllowRedefinitionToAddDeleteMethods");
            }
            options.add("-javaagent:" + setup.peer("blockhound"));
            agents.put("BlockHound", options);
        }
        if (setup.peer("jacoco") != null) {
            String file = setup.dir.resolve("jacoco.exec").toString();
            agents.put(
                    "JaCoCo", List.of("-javaagent:" + setup.peer("jacoco") + "=destfile=" + file));
        }
        if (!setup.quick && setup.peer("opentelemetry") != null) {
            agents.put(
                    "OpenTelemetry",
                    List.of(
                            "-Dotel.traces.exporter=none",
                            "-Dotel.metrics.exporter=none",
                            "-Dotel.logs.exporter=none",
                            "-javaagent:" + setup.peer("opentelemetry")));
        }
        return agents;
    }

    private static Path emptyAgent(Setup setup) throws IOException {
        String entry = "io/github/tlsleak/bench/load/EmptyAgent.class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Jdk.className(entry));
        Path jar = setup.dir.resolve("empty-agent.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(StartUp.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
        }
        return jar;
    }
}
