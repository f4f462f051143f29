package io.github.tlsleak.cli;

import java.util.List;

/** The commands, in the order of the help. */
final class EveryCommand {

    static final List<String> NAMES =
            List.of(
                    "list",
                    "attach",
                    "status",
                    "dump",
                    "set",
                    "detach",
                    "heap",
                    "report",
                    "completion",
                    "help",
                    "version");

    private EveryCommand() {}
}
