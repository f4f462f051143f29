package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.Outputs;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.jfr.JfrReport;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.log.LogReport;
import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.test.KeptFindings;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.options.Options;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the channels to which findings go. Thread-safe once it is made. */
final class FindingChannels {

    final ReportSwitch reports;
    final KeptFindings kept = new KeptFindings();
    final FindingSeries series;

    /** Passes findings on to all of them. */
    final FindingListener all;

    /** Null where it is switched off. */
    private final @Nullable JfrReport jfr;

    /**
     * @param launch how the agent came into the JVM
     * @param first the options at the start
     * @param log of the agent
     * @param errors of the agent
     * @param tracker where records are kept
     * @param warnings a line is added for each option that cannot be followed
     */
    FindingChannels(
            Launch launch,
            Options first,
            AgentLog log,
            AgentErrors errors,
            Tracker tracker,
            List<String> warnings) {
        Consumer<String> warn = log::warn;
        jfr = first.jfr ? new JfrReport(() -> Snapshot.of(tracker), errors::add) : null;
        reports = new ReportSwitch(launch, warn);
        reports.open(first, warnings);
        series = new FindingSeries(warn);
        LogReport logReport = new LogReport(log);
        all =
                jfr == null
                        ? new Outputs(errors, logReport, reports, kept, series)
                        : new Outputs(errors, logReport, jfr, reports, kept, series);
    }

    /** Ends those that outlive the last finding otherwise. */
    void close() {
        if (jfr != null) {
            jfr.close();
        }
    }
}
