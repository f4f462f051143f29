package io.github.tlsleak.cli;

import io.github.tlsleak.cli.terminal.WrappedText;
import io.github.tlsleak.common.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Without a command: a tutorial from a leaking service to its cause. Used by one thread. */
@Command(
        name = TopCommand.NAME,
        header = "tlsleak finds TLS connections that a Java program forgot to close.%n",
        synopsisHeading = "usage: ",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = TopCommand.OwnVersion.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 report or heap found what --fail-on names, 2 wrong usage, 3 the JVM"
                    + " could not be reached or tlsleak is not in it, 4 unreadable input.",
            "",
            "COMMAND --help describes a command. Without a command: a short tutorial."
        })
final class TopCommand implements Callable<Integer> {

    /** How users call the command line. */
    static final String NAME = "java -jar tlsleak.jar";

    private static final String[] TUTORIAL = {
        "tlsleak finds TLS connections that a Java program forgot to close.",
        "",
        "From a service that leaks now to an answer, without a restart:",
        "",
        "  java -jar tlsleak.jar list              which JVMs there are",
        "  java -jar tlsleak.jar attach PID        watch one; findings go to its stderr",
        "  java -jar tlsleak.jar dump PID --gc     findings so far, after a garbage collection",
        "  java -jar tlsleak.jar heap PID          who holds what is still open, from a heap dump",
        "  java -jar tlsleak.jar detach PID        leave it as it was",
        "",
        "From its next start on, with a report file:",
        "",
        "  java -javaagent:tlsleak.jar=report=%p.jsonl,gc.interval=60s -jar app.jar",
        "  java -jar tlsleak.jar report 4711.jsonl",
        "",
        "All commands: java -jar tlsleak.jar help",
    };

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec private CommandSpec spec;

    private final Terminal terminal;

    TopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where the output of all commands goes to. */
    Terminal terminal() {
        return terminal;
    }

    @Override
    public Integer call() {
        String text = WrappedText.of(String.join("\n", TUTORIAL), terminal.width());
        for (String line : text.split("\n")) {
            spec.commandLine().getOut().println(line);
        }
        return ExitCode.DONE;
    }

    /** The version of this jar. Stateless. */
    static final class OwnVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tlsleak " + Version.current()};
        }
    }
}
