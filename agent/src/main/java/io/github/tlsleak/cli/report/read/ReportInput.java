package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.jfr.FlightRecording;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads all reports that a command line names. Used by one thread, once. */
public final class ReportInput {

    private final ReadFiles read = new ReadFiles();
    private final ReportFiles files;
    private final Progress progress;

    /**
     * @param operands files, directories, or {@code -} for the standard input
     * @param stdin the standard input; stays open
     * @param progress hears how far the reading is
     */
    public ReportInput(List<String> operands, InputStream stdin, Progress progress) {
        this.files = new ReportFiles(operands, stdin);
        this.progress = progress;
    }

    /**
     * Reads everything. A file that cannot be read ends nothing: the result names it.
     *
     * @param handler takes the lines
     * @return which files were read, and which could not be
     */
    public ReadFiles read(LineHandler handler) {
        files.errors().forEach(read::error);
        long total = 0;
        for (ReportSource source : files.sources()) {
            total += source.size();
        }
        progress.begin(total);
        try (ReportReader reader = new ReportReader(new FilesHandler(handler, read))) {
            for (ReportSource source : files.sources()) {
                handler.nextFile();
                read(source, reader);
            }
        } finally {
            progress.end();
        }
        return read;
    }

    private void read(ReportSource source, ReportReader reader) {
        boolean begun = false;
        try {
            if (source.isRecording()) {
                read(source, reader, source.recording());
                progress.read(source.size());
                read.warn(source.name(), FlightRecording.NOTE);
                return;
            }
            DocumentCheck.check(source);
            begun = true;
            read(source, reader, source.open());
        } catch (DocumentException e) {
            refuse(source, e, begun && reader.accepted() > 0);
        } catch (IOException e) {
            read.see();
            read.error(source.reason(e));
        }
    }

    /** A document is damaged; lines before it count, and those of a pipe's other documents. */
    private void refuse(ReportSource source, DocumentException e, boolean lines) {
        read.see();
        if (lines) {
            read.read(source.name());
        }
        boolean some = lines || !source.isFile();
        String rest = some ? "; what was read of it is in this report" : "";
        read.error(source.name() + ": " + e.getMessage() + rest);
    }

    private void read(ReportSource source, ReportReader reader, InputStream opened)
            throws IOException {
        try (InputStream in = opened) {
            InputStream unpacked =
                    FlightRecording.refused(MaybeGzip.of(new CountingInputStream(in, progress)));
            ReadProblems problems = reader.read(unpacked, source.isNamed());
            if (reader.accepted() > 0 || reader.documents() == 0) {
                read.see();
            }
            if (reader.accepted() > 0) {
                read.read(source.name());
            } else if (reader.documents() == 0) {
                refuse(source, reader.wasEmpty());
                return;
            }
            read.newerSchema(problems.newerSchema());
            for (String line : problems.lines()) {
                read.warn(source.name(), line);
            }
        }
    }

    /**
     * A file without a line of a report is an error if the user named the file. In a directory such
     * files are to be expected.
     */
    private void refuse(ReportSource source, boolean empty) {
        if (source.isNamed()) {
            String what = empty ? " is empty: no report" : " holds no line of a tlsleak report";
            read.error(source.name() + what);
        } else {
            String what = empty ? "empty" : "no line of a tlsleak report in it";
            read.warn(source.name() + " skipped: " + what);
        }
    }
}
