package io.github.tlsleak.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings of all figures: where files are, and how long to measure. */
public final class Setup {
    public final Path agent;
    public final Path dir;
    public final Effort effort;
    public final boolean quick;
    public final List<Path> homes;

    /** The processors of all measured JVMs, as taskset names them; empty for all. */
    public final String processors;

    /** Whether no JVM gets the agent. Then each ratio shows what the method itself sees. */
    public final boolean control;

    /**
     * @param agent tlsleak.jar
     * @param dir for temporary files; the directory {@code peers} may be beside it
     * @param effort how long
     * @param homes of JDKs; the first one runs everything except start-up
     * @param processors see {@link #processors}
     * @param control see {@link #control}
     */
    public Setup(
            Path agent,
            Path dir,
            Effort effort,
            List<Path> homes,
            String processors,
            boolean control) {
        this.agent = agent;
        this.dir = dir;
        this.effort = effort;
        this.quick = effort.quick();
        this.homes = homes;
        this.processors = processors;
        this.control = control;
    }

    public Setup asControl() {
        return new Setup(agent, dir, effort, homes, processors, true);
    }

    public int rounds(int full) {
        return effort.fixed(full);
    }

    /** Options and the agent, unless this is the control. */
    public List<String> withAgent(List<String> options) {
        List<String> agent = new ArrayList<>(options);
        if (!control) {
            agent.add(tlsleak());
        }
        return agent;
    }

    /** Runs a program of {@code load} in a JVM of the first home. */
    public Child run(List<String> options, String program, Object... arguments) throws IOException {
        return Child.run(dir, command(homes.get(0), options, program, arguments), null);
    }

    public List<String> command(
            Path home, List<String> options, String program, Object... arguments) {
        List<String> command = new ArrayList<>();
        if (!processors.isEmpty()) {
            command.addAll(List.of("taskset", "-c", processors));
        }
        command.add(home.resolve("bin/java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("io.github.tlsleak.bench.load." + program);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** The option that starts a JVM with tlsleak. The log goes to a file. */
    public String tlsleak() {
        return "-javaagent:" + agent + "=log=" + log();
    }

    /** The log file of tlsleak. */
    public Path log() {
        return dir.resolve("tlsleak.log");
    }

    /** The jar of a tool that the agent is compared with. Null if it was not fetched. */
    public Path peer(String name) {
        Path jar = dir.resolveSibling("peers").resolve(name + ".jar");
        return Files.exists(jar) ? jar : null;
    }
}
