package io.github.tlsleak.cli;

import picocli.CommandLine.Command;

/** How tlsleak fares in a JVM. */
@Command(
        name = "status",
        description =
                "Show what tlsleak does in a JVM: options, counts, top sites, its own memory and"
                        + " errors.")
final class StatusCommand extends LiveCommand {

    StatusCommand(CliEnvironment place) {
        super(place);
    }
}
