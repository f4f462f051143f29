package io.github.tlsleak.cli;

import java.util.Collections;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the usage of a command. Used by one thread. */
@Command(
        name = "help",
        description = "Show all commands, or the usage of one.",
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n")
final class HelpCommand implements Callable<Integer> {

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command, such as attach.")
    private @Nullable String command;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine top = spec.parent().commandLine();
        CommandLine asked = command == null ? top : top.getSubcommands().get(command);
        if (asked == null) {
            throw new UnmatchedArgumentException(top, Collections.singletonList(command));
        }
        asked.usage(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
        return ExitCode.DONE;
    }
}
