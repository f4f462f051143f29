package io.github.tlsleak;

/**
 * Entry of the command line: {@code java -jar tlsleak.jar}. The agent has another entry class,
 * which a Java runtime image without {@code java.instrument} could not load. Used by the main
 * thread.
 */
public final class Main {

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command and its operands
     */
    public static void main(String[] args) {
        try {
            ClassLoader own = AgentClassLoader.of(OwnJar.file());
            Thread.currentThread().setContextClassLoader(own);
            OwnJar.call(own, "io.github.tlsleak.cli.Main", "run", String[].class, args);
        } catch (Throwable t) {
            System.err.println("tlsleak: cannot start: " + t);
            System.exit(3);
        }
    }
}
