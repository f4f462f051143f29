package io.github.tlsleak.cli;

import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The JVMs on this machine. */
@Command(
        name = "list",
        description = "List the JVMs on this machine.",
        synopsisHeading = "usage: ",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Columns:",
            "  TLSLEAK  the version that runs in the JVM, cut to what fits a thread's name;",
            "           waiting: started with it, but no TLS yet, or detached since; -: not in it",
            "  NOTE     why the JVM cannot be attached to"
        })
final class ListCommand implements Callable<Integer> {

    private final CliEnvironment place;

    /** For the parser. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    ListCommand(CliEnvironment place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<LocalJvm> jvms = place.jvms().all();
        if (jvms.isEmpty()) {
            out.println("no JVM runs on this machine, as far as this user can see");
        } else {
            JvmTable.print(jvms, out);
        }
        return ExitCode.DONE;
    }
}
