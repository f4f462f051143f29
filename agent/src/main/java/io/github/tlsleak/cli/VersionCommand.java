package io.github.tlsleak.cli;

import io.github.tlsleak.common.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version of this jar. Used by one thread. */
@Command(
        name = "version",
        description = "Show the version of this jar.",
        synopsisHeading = "usage: ",
        optionListHeading = "%nOptions:%n")
final class VersionCommand implements Callable<Integer> {

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("tlsleak " + Version.current());
        return ExitCode.DONE;
    }
}
