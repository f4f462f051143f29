package io.github.tlsleak.cli;

import io.github.tlsleak.analysis.Analysis;
import io.github.tlsleak.analysis.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a report file holds. */
@Command(
        name = "report",
        description = "Show what a report file (option report=FILE) holds, by site.",
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The most costly sites come first: leaks, then defects, then notices.",
            "A JVM may still be writing the file. Exit code 4: it cannot be read."
        })
final class ReportCommand implements Callable<Integer> {

    /** Part of the contract with users. */
    private static final int UNREADABLE = 4;

    @Parameters(paramLabel = "FILE", description = "The report.")
    private Path file;

    /** For the parser. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (file.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "FILE is an empty text");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            TextReport.write(Analysis.of(file), file.toString(), out);
            out.flush();
            return ExitCode.DONE;
        } catch (IOException e) {
            spec.commandLine().getErr().println("tlsleak: " + e.getMessage());
            return UNREADABLE;
        }
    }
}
