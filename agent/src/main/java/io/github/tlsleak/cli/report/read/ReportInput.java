package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads all reports that a command line names into one analysis. Used by one thread, once. */
public final class ReportInput {

    private final Analysis analysis = new Analysis();
    private final ReportReader reader = new ReportReader(new Handler(analysis));
    private final ReportFiles files;
    private final Progress progress;

    /**
     * @param operands files, directories, or {@code -} for the standard input
     * @param stdin the standard input; stays open
     * @param progress hears how far it is
     */
    public ReportInput(List<String> operands, InputStream stdin, Progress progress) {
        this.files = new ReportFiles(operands, stdin);
        this.progress = progress;
    }

    /**
     * Reads everything. What cannot be read is told by the analysis: see {@link Analysis#errors}.
     *
     * @return what all the reports say together
     */
    public Analysis read() {
        files.errors().forEach(analysis.inputs()::error);
        long total = 0;
        for (ReportSource source : files.sources()) {
            total += source.size();
        }
        progress.begin(total);
        try {
            for (ReportSource source : files.sources()) {
                read(source);
            }
        } finally {
            progress.end();
        }
        return analysis;
    }

    private void read(ReportSource source) {
        ReadFiles inputs = analysis.inputs();
        analysis.jvms().nextFile();
        try (InputStream in = source.open()) {
            ReadProblems problems =
                    reader.read(
                            MaybeGzip.of(new CountingInputStream(in, progress)), source.isNamed());
            if (reader.accepted() == 0) {
                refuse(source);
                return;
            }
            inputs.read(source);
            inputs.newerSchema(problems.newerSchema());
            boolean several = files.sources().size() > 1;
            for (String line : problems.lines()) {
                inputs.warn(several ? source.name() + ": " + line : line);
            }
        } catch (IOException e) {
            inputs.error(source.reason(e));
        }
    }

    /** A file without a line of ours: a mistake if the user named it, to be expected otherwise. */
    private void refuse(ReportSource source) {
        boolean empty = reader.wasEmpty();
        if (source.isNamed()) {
            String what = empty ? " is empty: no report" : " holds no line of a tlsleak report";
            analysis.inputs().error(source.name() + what);
        } else {
            String what = empty ? "empty" : "no line of a tlsleak report in it";
            analysis.inputs().warn(source.name() + " skipped: " + what);
        }
    }

    /** Hands lines to an analysis. */
    private static final class Handler implements ReportReader.LineHandler {

        private final Analysis analysis;

        private Handler(Analysis analysis) {
            this.analysis = analysis;
        }

        @Override
        public void line(ReportLine line) {
            analysis.add(line);
        }

        @Override
        public boolean knowsStack(ReportLine line) {
            return analysis.sites().isDescribed(line);
        }
    }
}
