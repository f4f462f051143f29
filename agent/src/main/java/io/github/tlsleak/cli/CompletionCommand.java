package io.github.tlsleak.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script for bash and zsh that completes commands and options. Used by one thread. */
@Command(
        name = "completion",
        description = "Print a script with which bash and zsh complete commands and options.",
        synopsisHeading = "usage: ",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "alias tlsleak='java -jar /opt/tlsleak.jar'",
            "source <(java -jar /opt/tlsleak.jar completion)"
        })
final class CompletionCommand implements Callable<Integer> {

    /** The word that is completed: an alias or a script of the user's. */
    private static final String NAME = "tlsleak";

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        String script = AutoComplete.bash(NAME, spec.parent().commandLine());
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
