package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Setup;
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

/** The agents whose start is measured, and the JVM options of each. */
final class PeerAgents {
    static final String NONE = "none";
    static final String EMPTY = "empty agent";
    static final String OWN = "tlsleak";

    private PeerAgents() {}

    /** Whether an agent takes part in a verdict. */
    static boolean isJudged(String agent) {
        return agent.equals(EMPTY) || agent.equals(OWN);
    }

    /**
     * The agents that are there.
     *
     * @param release of the JDK
     */
    static Map<String, List<String>> of(Setup setup, int release) throws IOException {
        Map<String, List<String>> agents = new LinkedHashMap<>();
        agents.put(EMPTY, List.of("-javaagent:" + emptyAgent(setup)));
        agents.put(OWN, List.of("-javaagent:" + setup.agent));
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
            out.write(PeerAgents.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
        }
        return jar;
    }
}
