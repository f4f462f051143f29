package io.github.tlsleak.cli;

import io.github.tlsleak.cli.jvm.JvmTable;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the JVMs on this machine. Used by one thread. */
@Command(
        name = "list",
        description = "List the JVMs on this machine.",
        synopsisHeading = "usage: ",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Columns:",
            "  TLSLEAK  the version that runs in the JVM, cut to what fits a thread's name; waiting:"
                    + " started with it, and no TLS so far, or detached; -: not in the JVM",
            "  NOTE     why the JVM cannot be attached to; else its container, if it is in another one"
        })
final class ListCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    ListCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<LocalJvm> jvms = environment.jvms().all();
        if (jvms.isEmpty()) {
            out.println("no JVM runs on this machine, as far as this user can see");
        } else {
            JvmTable.print(jvms, Terminal.of(spec.commandLine()).width(), out);
        }
        String hidden = environment.jvms().hidden();
        if (hidden != null) {
            spec.commandLine().getErr().println("tlsleak: " + hidden);
        }
        return ExitCode.DONE;
    }
}
