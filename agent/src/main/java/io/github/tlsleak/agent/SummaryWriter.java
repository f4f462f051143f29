package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.RemainingSessions;
import io.github.tlsleak.agent.command.StatusSource;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.status.Summary;
import io.github.tlsleak.common.schema.ReportSchema;

/** Writes the last summary into log and report, and ends the report. Used by one thread. */
final class SummaryWriter {

    private final StatusSource status;
    private final Coverage coverage;
    private final AgentLog log;
    private final ReportSwitch reports;
    private final RemainingSessions remaining;
    private final boolean openToo;

    /**
     * @param status gives the summary
     * @param coverage logs first what is not covered
     * @param log gets the summary if there is anything to say
     * @param reports get it in any case
     * @param remaining the sessions that are open
     * @param openToo whether open sessions are listed
     */
    SummaryWriter(
            StatusSource status,
            Coverage coverage,
            AgentLog log,
            ReportSwitch reports,
            RemainingSessions remaining,
            boolean openToo) {
        this.status = status;
        this.coverage = coverage;
        this.log = log;
        this.reports = reports;
        this.remaining = remaining;
        this.openToo = openToo;
    }

    /**
     * Never throws: what goes wrong is one line in the log.
     *
     * @param exit whether the JVM ends, and not the agent alone
     */
    void write(boolean exit) {
        try {
            coverage.say();
            Summary summary = status.summary();
            if (!summary.isEmpty()) {
                log.summary(summary.text(openToo), summary.json());
            }
            if (exit && openToo) {
                reports.open(remaining.open());
            }
            JsonLine last = summary.json();
            reports.end(exit ? last.put(ReportSchema.AT_EXIT, true) : last);
        } catch (Throwable t) {
            log.warn("no summary: " + t);
        }
    }
}
