package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.jvm.LocalJvm;
import picocli.CommandLine.Command;

/** Shows what tlsleak does in a JVM. Used by one thread. */
@Command(
        name = Request.STATUS,
        description =
                "Show what tlsleak does in a JVM: options, counts, top sites, its own memory and"
                        + " errors.")
final class StatusCommand extends LiveCommand {

    StatusCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    String after(LocalJvm jvm) {
        return process(jvm);
    }
}
