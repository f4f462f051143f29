package io.github.tlsleak.agent;

import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.report.AgentFacts;
import io.github.tlsleak.report.ProcessInfo;
import io.github.tlsleak.report.Standing;
import io.github.tlsleak.report.Summary;
import io.github.tlsleak.track.Snapshot;

/** What the running agent can say of itself and of what it found. Thread-safe. */
final class Facts {

    private final Parts parts;
    private final long pid = ProcessInfo.pid();
    private volatile Options options;

    Facts(Parts parts, Options options) {
        this.parts = parts;
        this.options = options;
    }

    Options options() {
        return options;
    }

    /** Takes over what was changed while the agent runs. */
    void options(Options changed) {
        options = changed;
    }

    AgentFacts now() {
        AgentFacts.Builder facts = new AgentFacts.Builder();
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
        facts.enabled = options.enabled();
        facts.waiting = facts.covered.isEmpty();
        facts.reportFile = parts.listeners.file();
        facts.jmx = parts.jmx.isRegistered();
        facts.jmxProblem = options.jmx() ? parts.jmx.problem() : "switched off (jmx=false)";
        return facts.memory(standing()).build();
    }

    /** Errors of the agent that were suppressed, those kept from class loading among them. */
    long errors() {
        return parts.failures.count() + parts.installer.swallowed();
    }

    /** The first of them in words, or null. */
    String firstError() {
        String first = parts.failures.first();
        return first == null && errors() > 0 ? "one that was kept from class loading" : first;
    }

    Standing standing() {
        return new Standing(
                Snapshot.of(parts.registry),
                parts.registry.totals(),
                parts.sites,
                parts.suppressions);
    }

    Summary summary() {
        return new Summary(standing(), errors(), firstError(), parts.coverage.covered());
    }
}
