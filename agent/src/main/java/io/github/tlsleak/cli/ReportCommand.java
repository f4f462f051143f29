package io.github.tlsleak.cli;

import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.JvmNotes;
import io.github.tlsleak.cli.report.SiteChoice;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.FailingFindings;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import io.github.tlsleak.cli.report.select.Extent;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.cli.terminal.ProgressBar;
import io.github.tlsleak.cli.terminal.TerminalText;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.DidYouMean;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the content of report files. Used by one thread. */
@Command(
        name = "report",
        description = "Show the findings of report files (option report=FILE), by site.",
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footer = {
            "",
            "The most costly sites come first: leaks, then defects, then notices. Suppressed findings"
                    + " and known behaviours are listed apart. They never fail a build. With"
                    + " --baseline, the sites in it do not either. JVMs may still be writing.",
            "",
            "A TIME is 24h, 2026-11-22 or 2026-11-22T10:00:00Z. A SITE is the fingerprint in the text.",
            "",
            "Exit codes: 0 done, 1 findings that --fail-on names, 2 wrong usage, or no such SITE, 4 a"
                    + " FILE could not be read (the others are reported all the same) or written, or"
                    + " has no summary, or --where fits no JVM."
        })
final class ReportCommand implements Callable<Integer> {

    private static final List<String> FAIL_ON = Arrays.asList("leak", "defect", "notice", "new");

    @Parameters(
            paramLabel = "FILE|DIR|-",
            arity = "1..*",
            description = {
                "Reports, or documents of --format json, plain or gzip, or flight recordings. DIR: its files"
                        + " and those of its subdirectories. -: stdin."
            })
    private List<String> operands;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description =
                    "Exit with 1 if there is a leak, defect (or leak), notice (or worse), or"
                            + " new finding (not in the baseline, or not in --against).")
    private @Nullable String failOn;

    @Mixin private final BaselineOptions baselines = new BaselineOptions();

    @Option(
            names = "--require-summary",
            description =
                    "Exit with 4 if a JVM wrote no summary: killed, or still running, and its last"
                            + " garbage was not looked at.")
    private boolean requireSummary;

    @Mixin private final SelectionOptions selections = new SelectionOptions();
    @Mixin private final ExtentOptions extents = new ExtentOptions();

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        long now = System.currentTimeMillis();
        Selection selection;
        Extent extent;
        try {
            selection = selections.selection(output.format(), now);
            extent = extents.extent(output.format(), selections.by());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        try {
            output.begin(this::say);
            return report(selection, extent, now);
        } catch (IOException e) {
            say(e.getMessage());
            return ExitCode.UNREADABLE;
        }
    }

    private int report(Selection selection, Extent extent, long now) throws IOException {
        Baseline accepted = baselines.accepted(this::say);
        Progress progress = ProgressBar.here(spec.commandLine().getErr(), "reading");
        Analysis analysis = Analysis.of(new ReportInput(operands, System.in, progress), selection);
        analysis.errors().forEach(this::say);
        if (analysis.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        analysis.show(extent);
        String unknown = selections.unknownLabel(analysis, selection);
        if (unknown == null && extents.site != null) {
            unknown = SiteChoice.of(extents.site, analysis);
        }
        if (unknown != null) {
            say(unknown);
            return ExitCode.WRONG_USAGE;
        }
        if (accepted != null) {
            analysis.compare(accepted);
        }
        boolean read = baselines.compare(analysis, selection, progress, this::say);
        read &= analysis.errors().isEmpty();
        boolean complete = new JvmNotes(analysis, selection, this::say).say(requireSummary, now);
        write(analysis);
        FailingFindings limit = failOn == null ? null : FailingFindings.of(failOn);
        String found = limit == null ? null : limit.verdict(analysis);
        if (found == null) {
            return complete && read ? ExitCode.DONE : ExitCode.UNREADABLE;
        }
        say("--fail-on " + failOn + ": " + found);
        return ExitCode.FOUND;
    }

    private void check() {
        if (operands.contains("")) {
            throw wrong("an operand is empty: name a FILE");
        }
        if (failOn != null && FailingFindings.of(failOn) == null) {
            throw wrong(
                    ("--fail-on " + failOn + ": expected one of " + String.join(", ", FAIL_ON))
                            + DidYouMean.hint(failOn, FAIL_ON));
        }
        boolean failsForNew = FailingFindings.of(failOn) == FailingFindings.NEW;
        String contradiction = baselines.contradiction(failsForNew);
        if (contradiction != null) {
            throw wrong(contradiction);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(Analysis analysis) throws IOException {
        if (baselines.isWritten() && !output.isAsked()) {
            baselines.write(analysis, spec.commandLine().getOut()::println);
            return;
        }
        Formats formats = new Formats(Version.current()).all(extents.all).full(extents.full);
        formats.failing(FailingFindings.of(failOn));
        output.write(analysis, formats, spec.commandLine());
        baselines.write(analysis, this::say);
        if (output.format().equals("collapsed")) {
            analysis.warnings().forEach(warning -> say("warning: " + warning));
        }
    }

    private void say(@Nullable String message) {
        spec.commandLine().getErr().println(TerminalText.lines("tlsleak: " + message));
    }
}
