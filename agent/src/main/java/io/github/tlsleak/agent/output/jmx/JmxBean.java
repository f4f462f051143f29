package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.metrics.Metric;
import io.github.tlsleak.agent.output.metrics.MetricValues;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.DumpText;
import io.github.tlsleak.agent.output.status.SiteCounts;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The MBean. Thread-safe; called on threads of JMX clients.
 *
 * <p>A client reads one attribute after the other. So the state of all sessions is taken at most
 * once a second and serves all reads in that second.
 */
public final class JmxBean implements TlsLeakMXBean {

    private static final int TOP = 10;

    private final Supplier<AgentStatus> status;
    private final Supplier<MetricValues> metrics;
    private final Runnable gc;
    private final Function<String, String> threshold;

    /** Those that all attributes are read from. */
    private final RecentMetrics recent;

    /**
     * @param status the agent now; called for each attribute
     * @param metrics the sessions now, and numbers; called at most once a second
     * @param gc asks for a garbage collection
     * @param threshold takes a duration, returns old and new value, or throws {@link
     *     IllegalArgumentException}
     */
    public JmxBean(
            Supplier<AgentStatus> status,
            Supplier<MetricValues> metrics,
            Runnable gc,
            Function<String, String> threshold) {
        this(status, metrics, gc, threshold, System::nanoTime);
    }

    JmxBean(
            Supplier<AgentStatus> status,
            Supplier<MetricValues> metrics,
            Runnable gc,
            Function<String, String> threshold,
            LongSupplier clock) {
        this.status = status;
        this.metrics = metrics;
        this.gc = gc;
        this.threshold = threshold;
        this.recent = new RecentMetrics(metrics, clock);
    }

    private TrackingState state() {
        return values().state;
    }

    private long value(Metric metric) {
        return metric.of(values());
    }

    private MetricValues values() {
        return recent.get();
    }

    @Override
    public String getVersion() {
        return status.get().version;
    }

    @Override
    public String getMode() {
        return status.get().mode;
    }

    @Override
    public long getUptimeMillis() {
        return status.get().uptimeMillis();
    }

    @Override
    public long getSessionsCreated() {
        return state().now.created;
    }

    @Override
    public long getSessionsClosed() {
        return value(Metric.SESSIONS_CLOSED);
    }

    @Override
    public long getSessionsOpen() {
        return value(Metric.SESSIONS_OPEN);
    }

    @Override
    public long getSessionsOpened() {
        return value(Metric.SESSIONS_OPENED);
    }

    @Override
    public long getSessionsStuck() {
        return value(Metric.SESSIONS_STUCK);
    }

    @Override
    public long getSessionsPeerClosed() {
        return value(Metric.SESSIONS_PEER_CLOSED);
    }

    @Override
    public long getContexts() {
        return value(Metric.CONTEXTS);
    }

    @Override
    public long getCachedSessions() {
        return value(Metric.CACHES);
    }

    @Override
    public long getDescriptorsAtRisk() {
        return value(Metric.DESCRIPTORS_AT_RISK);
    }

    @Override
    public long getDescriptorsLimit() {
        return value(Metric.DESCRIPTORS_LIMIT);
    }

    @Override
    public long getSessions() {
        return state().now.balance.sessions;
    }

    @Override
    public Map<String, Long> getSessionsEnded() {
        return SiteCounts.names(state().now.balance.ended);
    }

    @Override
    public long getSessionsNotUsedYet() {
        return state().now.balance.notUsedYet;
    }

    @Override
    public long getSessionsAwaitingVerdict() {
        return state().now.balance.awaitingVerdict;
    }

    @Override
    public long getSessionsNotJudged() {
        return state().now.balance.notJudged;
    }

    @Override
    public Map<String, Long> getLeaksByVerdict() {
        return SiteCounts.names(state().totals.leaks());
    }

    @Override
    public Map<String, Long> getLeaksByOwner() {
        Map<Owner, Long> counts = state().totals.leaksByOwner();
        Map<String, Long> names = new LinkedHashMap<>();
        for (Owner owner : Owner.values()) {
            names.put(owner.json(), counts.getOrDefault(owner, 0L));
        }
        return names;
    }

    @Override
    public long getLeaks() {
        return state().totals.count(Severity.LEAK);
    }

    @Override
    public long getDefects() {
        return state().totals.count(Severity.DEFECT);
    }

    @Override
    public long getNotices() {
        return state().totals.count(Severity.NOTICE);
    }

    @Override
    public long getKnownBehaviours() {
        return state().totals.knownFindings();
    }

    @Override
    public long getSuppressed() {
        return state().totals.suppressed();
    }

    @Override
    public List<TopSite> getTopSites() {
        List<SiteCounts> found = SiteCounts.of(state().sites);
        List<TopSite> top = new ArrayList<>();
        for (SiteCounts f : found.subList(0, Math.min(TOP, found.size()))) {
            String owner = f.site.owner().json();
            top.add(new TopSite(f.site.fingerprint(), f.site.headline(), owner, f.sum));
        }
        return top;
    }

    @Override
    public long getAgentErrors() {
        return status.get().errors;
    }

    @Override
    public @Nullable String getFirstAgentError() {
        return status.get().firstError;
    }

    @Override
    public String dump() {
        return DumpText.of(status.get(), metrics.get().state, true);
    }

    @Override
    public void gc() {
        gc.run();
    }

    @Override
    public String setThreshold(String duration) {
        return threshold.apply(duration);
    }
}
