package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.Outputs;
import io.github.tlsleak.agent.output.export.Exporter;
import io.github.tlsleak.agent.output.export.ExporterParts;
import io.github.tlsleak.agent.output.export.ExporterSwitch;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.jfr.JfrReport;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.log.LogReport;
import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.metrics.MetricSource;
import io.github.tlsleak.agent.output.test.KeptFindings;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.options.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the channels to which findings go. Thread-safe once it is made. */
final class FindingChannels {

    final ReportSwitch reports;
    final KeptFindings kept = new KeptFindings();
    final FindingSeries series;

    /** Null where it is switched off. */
    final @Nullable Exporter exporter;

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
     * @param metrics what an exporter sends besides findings
     * @param warnings a line is added for each option that cannot be followed
     */
    FindingChannels(
            Launch launch,
            Options first,
            AgentLog log,
            AgentErrors errors,
            Tracker tracker,
            MetricSource metrics,
            List<String> warnings) {
        Consumer<String> warn =
                new Consumer<String>() {
                    @Override
                    public void accept(String line) {
                        log.warn(line);
                    }
                };
        jfr = first.jfr ? jfr(tracker, launch, errors) : null;
        reports = new ReportSwitch(launch, warn);
        reports.open(first, warnings);
        series = new FindingSeries(warn);
        LogReport logReport = new LogReport(log);
        exporter =
                first.otlp == null
                        ? null
                        : ExporterSwitch.open(
                                new ExporterParts(
                                        first.otlp,
                                        launch,
                                        warn,
                                        errors,
                                        series,
                                        metrics,
                                        tracker.own,
                                        AgentThread::of));
        List<FindingListener> listeners = new ArrayList<>();
        listeners.add(logReport);
        if (jfr != null) {
            listeners.add(jfr);
        }
        listeners.addAll(Arrays.asList(reports, kept, series));
        if (exporter != null) {
            listeners.add(exporter);
        }
        all = new Outputs(errors, listeners.toArray(new FindingListener[0]));
    }

    /** No lambda: this runs in every program that uses TLS. */
    private static JfrReport jfr(Tracker tracker, Launch launch, AgentErrors errors) {
        Supplier<Snapshot> now =
                new Supplier<Snapshot>() {
                    @Override
                    public Snapshot get() {
                        return Snapshot.of(tracker);
                    }
                };
        Consumer<Throwable> to =
                new Consumer<Throwable>() {
                    @Override
                    public void accept(Throwable error) {
                        errors.add(error);
                    }
                };
        return new JfrReport(now, launch.labels(), to);
    }

    /** Starts what has threads of its own. */
    void start() {
        if (exporter != null) {
            exporter.start();
        }
    }

    /** Ends those that outlive the last finding otherwise. */
    void close() {
        if (jfr != null) {
            jfr.close();
        }
    }
}
