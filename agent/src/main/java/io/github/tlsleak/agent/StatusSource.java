package io.github.tlsleak.agent;

import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.Summary;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.agent.track.Snapshot;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.Options;

/** What the running agent can say of itself and of what it found. Thread-safe. */
public final class StatusSource {

    private final RunningAgent parts;
    private final long pid = ProcessInfo.pid();

    StatusSource(RunningAgent parts) {
        this.parts = parts;
    }

    public AgentStatus now() {
        Options options = parts.options.get();
        AgentStatus.Builder facts = new AgentStatus.Builder();
        facts.version = Version.current();
        facts.mode = parts.run.mode();
        facts.startedMillis = parts.run.started;
        facts.pid = pid;
        facts.options = options.texts();
        facts.origins = options.origins();
        facts.covered = parts.coverage.covered();
        facts.lost = parts.coverage.lost();
        facts.errors = errors();
        facts.firstError = firstError();
        facts.enabled = options.enabled;
        facts.waiting = facts.covered.isEmpty();
        facts.reportFile = parts.reports.file();
        facts.jmx = parts.jmx.isRegistered();
        facts.jmxProblem = options.jmx ? parts.jmx.problem() : "switched off (jmx=false)";
        return facts.memory(standing()).build();
    }

    /** Errors of the agent that were suppressed, those kept from class loading among them. */
    public long errors() {
        return parts.failures.count() + parts.installer.swallowed();
    }

    /** The first of them in words, or null. */
    public String firstError() {
        String first = parts.failures.first();
        return first == null && errors() > 0 ? "one that was kept from class loading" : first;
    }

    public TrackingState standing() {
        return new TrackingState(
                Snapshot.of(parts.tracker),
                parts.tracker.totals(),
                parts.sites,
                parts.suppressions);
    }

    public Summary summary() {
        return new Summary(standing(), errors(), firstError(), parts.coverage.covered());
    }
}
