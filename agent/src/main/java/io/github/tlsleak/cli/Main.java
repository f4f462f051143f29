package io.github.tlsleak.cli;

import io.github.tlsleak.agent.Version;
import java.io.PrintStream;

/** {@code java -jar tlsleak.jar}: says how to start a program under the agent. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line.
     *
     * @param args {@code version} or {@code help}
     */
    public static void run(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Exit code 0 for done, 2 for wrong usage. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        String command = args.length == 0 ? "help" : args[0];
        switch (command) {
            case "version":
            case "--version":
                out.println("tlsleak " + Version.current());
                return 0;
            case "help":
            case "--help":
            case "-h":
                out.print(help());
                return 0;
            default:
                err.println(
                        "tlsleak: unknown command '"
                                + command
                                + "', see java -jar tlsleak.jar help");
                return 2;
        }
    }

    private static String help() {
        return String.join(
                System.lineSeparator(),
                "tlsleak finds TLS connections that a Java program forgot to close.",
                "",
                "Start the program under it; leaks are told on stderr as they are found:",
                "",
                "  java -javaagent:tlsleak.jar -jar app.jar",
                "",
                "Keep them in a file, and ask for a collection when there was none for a minute:",
                "",
                "  java -javaagent:tlsleak.jar=report=leaks-%p.jsonl,gc.interval=60s -jar app.jar",
                "",
                "Commands: help, version",
                "");
    }
}
