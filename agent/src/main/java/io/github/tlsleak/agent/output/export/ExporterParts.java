package io.github.tlsleak.agent.output.export;

import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.metrics.MetricValues;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.OwnSessions;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What an exporter works with. Immutable, thread-safe. */
public final class ExporterParts {

    /** The URL of the collector, or {@code env}. */
    public final String target;

    public final Launch launch;

    /** Gets one line for each problem. */
    public final Consumer<String> log;

    public final AgentErrors errors;

    /** The counts of findings. */
    public final FindingSeries series;

    /** The other metrics at this moment. */
    public final Supplier<MetricValues> metrics;

    /** Takes the exporter's own sessions out. */
    public final OwnSessions own;

    /** Makes a daemon thread of the agent, by name and task. */
    public final BiFunction<String, Runnable, Thread> threads;

    /**
     * @param target the URL of the collector, or {@code env}
     * @param launch how the agent came into the JVM
     * @param log gets one line for each problem
     * @param errors counts what goes wrong inside the exporter
     * @param series the counts of findings
     * @param metrics answers the other metrics at this moment
     * @param own takes the exporter's own sessions out
     * @param threads makes a thread and does not start it
     */
    public ExporterParts(
            String target,
            Launch launch,
            Consumer<String> log,
            AgentErrors errors,
            FindingSeries series,
            Supplier<MetricValues> metrics,
            OwnSessions own,
            BiFunction<String, Runnable, Thread> threads) {
        this.target = target;
        this.launch = launch;
        this.log = log;
        this.errors = errors;
        this.series = series;
        this.metrics = metrics;
        this.own = own;
        this.threads = threads;
    }
}
