package io.github.tlsleak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings of all figures: where files are, and how long to measure. */
final class Setup {
    final Path agent;
    final Path dir;
    final boolean quick;
    final List<Path> homes;
    private final int rounds;

    /**
     * @param agent tlsleak.jar
     * @param dir for temporary files; the directory {@code peers} may be beside it
     * @param quick whether each measurement runs once and short
     * @param rounds of each measurement; 0 lets the figure decide
     * @param homes of JDKs; the first one runs everything except start-up
     */
    Setup(Path agent, Path dir, boolean quick, int rounds, List<Path> homes) {
        this.agent = agent;
        this.dir = dir;
        this.quick = quick;
        this.rounds = rounds;
        this.homes = homes;
    }

    int rounds(int full) {
        return rounds > 0 ? rounds : quick ? 1 : full;
    }

    /** Runs a program of {@code load} in a JVM of the first home. */
    Child run(List<String> options, String program, Object... arguments) throws IOException {
        return Child.run(dir, command(homes.get(0), options, program, arguments), null);
    }

    List<String> command(Path home, List<String> options, String program, Object... arguments) {
        List<String> command = new ArrayList<>();
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
    String tlsleak() {
        return "-javaagent:" + agent + "=log=" + log();
    }

    /** The log file of tlsleak. */
    Path log() {
        return dir.resolve("tlsleak.log");
    }

    /** The jar of a tool that the agent is compared with. Null if it was not fetched. */
    Path peer(String name) {
        Path jar = dir.resolveSibling("peers").resolve(name + ".jar");
        return Files.exists(jar) ? jar : null;
    }
}
