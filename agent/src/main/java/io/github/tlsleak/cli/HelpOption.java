package io.github.tlsleak.cli;

import picocli.CommandLine.Option;

/** The option {@code --help}, the same for every command. */
final class HelpOption {

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
