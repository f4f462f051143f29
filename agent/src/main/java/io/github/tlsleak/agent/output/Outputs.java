package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.output.file.JsonReport;
import io.github.tlsleak.agent.output.file.ReportHeader;
import io.github.tlsleak.agent.output.jfr.JfrReport;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.log.LogReport;
import io.github.tlsleak.agent.output.status.Summary;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Finding;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands findings to log, flight recorder and report; one that fails does not keep the others from
 * hearing. The report may change while the agent runs.
 */
public final class Outputs implements Output {

    private final LogReport logReport;

    /** Null where it is switched off. */
    private final JfrReport jfr;

    private final AgentLog log;
    private final Launch run;
    private final AgentErrors failures;

    /** Null where there is no report. */
    private volatile JsonReport json;

    /** What has been told to some and not yet to all, or null; the collector's, as the next. */
    private Finding unfinished;

    private int heard;

    public Outputs(
            LogReport logReport, JfrReport jfr, AgentLog log, Launch run, AgentErrors failures) {
        this.logReport = logReport;
        this.jfr = jfr;
        this.log = log;
        this.run = run;
        this.failures = failures;
    }

    /**
     * Opens another report; the one before is left as it is, for {@link #close}.
     *
     * @param file its pattern, or null for none
     * @param warnings one line is added if it cannot be opened; nothing changes then
     * @return the report before, or null
     */
    public JsonReport report(Options options, String file, List<String> warnings) {
        JsonReport before = json;
        try {
            json =
                    file == null
                            ? null
                            : new JsonReport(
                                    log,
                                    run.id,
                                    ReportHeader.line(options, run),
                                    file,
                                    run.started,
                                    options.reportMaxBytes);
            return before;
        } catch (IOException | RuntimeException e) {
            warnings.add("report: " + e.getMessage());
            return null;
        }
    }

    /** The report's file, or null. */
    public String file() {
        JsonReport report = json;
        return report == null ? null : report.file();
    }

    /** Writes a summary into the report, if there is one. */
    public void summary(Summary summary) {
        JsonReport report = json;
        if (report != null) {
            report.write(summary.json());
        }
    }

    /** Ends a report. */
    public void close(JsonReport report, Summary summary) {
        if (report != null) {
            report.write(summary.json());
            report.close();
        }
    }

    /** Writes the last summary and ends the report, if there is one. */
    public void end(Summary summary) {
        close(json, summary);
    }

    /** Takes the events back from the flight recorder; nothing at the end of the JVM. */
    public void leaveJfr() {
        if (jfr != null) {
            jfr.close();
        }
    }

    /** Told again, after an error, it goes to those that have not heard it. */
    @Override
    public void found(Finding finding) {
        if (finding != unfinished) {
            unfinished = finding;
            heard = 0;
        }
        Output[] all = {logReport, jfr, json};
        for (; heard < all.length; heard++) {
            tell(all[heard], listener -> listener.found(finding));
        }
        unfinished = null;
    }

    @Override
    public void reclosed(Finding finding) {
        each(listener -> listener.reclosed(finding));
    }

    @Override
    public void contexts(boolean churn, Site site, long contexts, long sessions, long live) {
        each(listener -> listener.contexts(churn, site, contexts, sessions, live));
    }

    @Override
    public void rehearse(Finding finding) {
        each(listener -> listener.rehearse(finding));
    }

    @Override
    public void tick() {
        // no lambda: this is called in every program that uses TLS
        tick(logReport);
        tick(jfr);
        tick(json);
    }

    private void tick(Output listener) {
        try {
            if (listener != null) {
                listener.tick();
            }
        } catch (VirtualMachineError e) {
            // no memory at this moment: it is told again
            throw e;
        } catch (Throwable t) {
            failures.add(t);
        }
    }

    private void each(Consumer<Output> action) {
        tell(logReport, action);
        tell(jfr, action);
        tell(json, action);
    }

    private void tell(Output listener, Consumer<Output> action) {
        try {
            if (listener != null) {
                action.accept(listener);
            }
        } catch (VirtualMachineError e) {
            // no memory at this moment: it is told again
            throw e;
        } catch (Throwable t) {
            failures.add(t);
        }
    }
}
