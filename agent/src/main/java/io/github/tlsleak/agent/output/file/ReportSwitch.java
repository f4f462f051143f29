package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The report file in force, if there is one. It may change while the agent runs.
 *
 * <p>Thread-safe. Findings come on the collector's thread.
 */
public final class ReportSwitch implements FindingListener {

    private final Launch run;
    private final Consumer<String> log;

    /** Null where there is no report. */
    private volatile @Nullable JsonReport current;

    /**
     * Begins without a report.
     *
     * @param run stands in each line
     * @param log gets a line about each problem with the file
     */
    public ReportSwitch(Launch run, Consumer<String> log) {
        this.run = run;
        this.log = log;
    }

    /**
     * Opens the report that the options name. The report before is not closed: the caller ends it.
     *
     * @param options name the file, or none
     * @param warnings one line is added if the file cannot be opened; nothing changes then
     * @return the report before
     */
    public @Nullable JsonReport open(Options options, List<String> warnings) {
        JsonReport before = current;
        try {
            current = options.report == null ? null : report(options, options.report);
            return before;
        } catch (IOException | RuntimeException e) {
            warnings.add("report: " + e.getMessage());
            return null;
        }
    }

    private JsonReport report(Options options, String pattern) throws IOException {
        return new JsonReport(
                log,
                run.id,
                ReportHeader.line(options, run),
                pattern,
                run.started,
                options.reportMaxBytes,
                options.reportMode);
    }

    /** The file's name, absolute. */
    public @Nullable String file() {
        JsonReport report = current;
        return report == null ? null : report.file();
    }

    /** Writes a line as it is. */
    public void write(JsonLine line) {
        JsonReport report = current;
        if (report != null) {
            report.write(line);
        }
    }

    /** Writes the sessions that are open when the JVM ends. */
    public void open(List<SessionFinding> sessions) {
        JsonReport report = current;
        if (report != null) {
            report.open(sessions);
        }
    }

    /** Writes the last line and closes the file. */
    public void end(JsonLine last) {
        JsonReport report = current;
        if (report != null) {
            report.end(last);
        }
    }

    @Override
    public void found(Finding finding) {
        JsonReport report = current;
        if (report != null) {
            report.found(finding);
        }
    }

    @Override
    public void over(SessionFinding finding) {
        JsonReport report = current;
        if (report != null) {
            report.over(finding);
        }
    }

    @Override
    public void rehearse(SessionFinding finding) {
        JsonReport report = current;
        if (report != null) {
            report.rehearse(finding);
        }
    }

    @Override
    public void tick() {
        JsonReport report = current;
        if (report != null) {
            report.tick();
        }
    }
}
