package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.output.export.Exporter;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.jmx.JmxRegistration;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.Summary;
import io.github.tlsleak.agent.output.status.TrackingSource;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.Options;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what the running agent can say about itself and about what it found. Thread-safe. */
public final class StatusSource implements Supplier<AgentStatus> {

    private final Launch launch;
    private final Supplier<Options> options;
    private final Coverage coverage;
    private final AgentErrors errors;
    private final TrackingSource tracking;
    private final ReportSwitch reports;
    private final JmxRegistration jmx;
    private final @Nullable Exporter exporter;
    private final long pid = ProcessInfo.pid();

    /** A field, because it is read from heap dumps, too. */
    private final String version = Version.current();

    public StatusSource(
            Launch launch,
            Supplier<Options> options,
            Coverage coverage,
            AgentErrors errors,
            TrackingSource tracking,
            ReportSwitch reports,
            JmxRegistration jmx,
            @Nullable Exporter exporter) {
        this.launch = launch;
        this.options = options;
        this.coverage = coverage;
        this.errors = errors;
        this.tracking = tracking;
        this.reports = reports;
        this.jmx = jmx;
        this.exporter = exporter;
    }

    /** The agent now. */
    @Override
    public AgentStatus get() {
        Options current = options.get();
        AgentStatus.Builder status = new AgentStatus.Builder();
        status.version = version;
        status.mode = launch.mode();
        status.startedMillis = launch.started;
        status.pid = pid;
        status.labels = launch.labels();
        status.options = current.texts();
        status.origins = current.origins();
        status.covered = coverage.covered();
        status.lost = coverage.lost();
        status.errors = errors.count();
        status.firstError = errors.first();
        status.enabled = current.enabled;
        status.waiting = status.covered.isEmpty();
        status.reportFile = reports.file();
        status.jmx = jmx.isRegistered();
        status.jmxProblem = jmx.problem();
        status.exporter = exporter == null ? null : exporter.status();
        status.connectionsProblem = tracking.connectionsProblem();
        return status.memory(tracking.get()).build();
    }

    /** The sessions now. */
    public TrackingState tracking() {
        return tracking.get();
    }

    /** The sessions now, with the states of their TCP connections. */
    public TrackingState withConnections() {
        return tracking.withConnections();
    }

    /** Both, as far as a summary shows them. */
    public Summary summary() {
        return new Summary(tracking.get(), errors.count(), errors.first(), coverage.covered());
    }
}
