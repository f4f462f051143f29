package io.github.tlsleak.agent.output.jmx;

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

/**
 * The MBean. Thread-safe; called on threads of JMX clients.
 *
 * <p>A client asks for one attribute after the other: one look at all sessions serves those of a
 * second.
 */
public final class JmxBean implements TlsLeakMXBean {

    private static final int TOP = 10;
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<AgentStatus> facts;
    private final Supplier<TrackingState> source;
    private final Runnable gc;
    private final Function<String, String> threshold;
    private final LongSupplier clock;

    private volatile Looked last;

    /**
     * @param facts asked at each call
     * @param source asked at most once a second
     * @param gc asks for a collection
     * @param threshold takes a duration, returns what to say of the change, or throws {@link
     *     IllegalArgumentException}
     */
    public JmxBean(
            Supplier<AgentStatus> facts,
            Supplier<TrackingState> source,
            Runnable gc,
            Function<String, String> threshold) {
        this(facts, source, gc, threshold, System::nanoTime);
    }

    JmxBean(
            Supplier<AgentStatus> facts,
            Supplier<TrackingState> source,
            Runnable gc,
            Function<String, String> threshold,
            LongSupplier clock) {
        this.facts = facts;
        this.source = source;
        this.gc = gc;
        this.threshold = threshold;
        this.clock = clock;
    }

    private TrackingState standing() {
        Looked recent = last;
        long now = clock.getAsLong();
        if (recent == null || now - recent.nanos >= FRESH_NANOS) {
            recent = new Looked(source.get(), now);
            last = recent;
        }
        return recent.standing;
    }

    @Override
    public String getVersion() {
        return facts.get().version;
    }

    @Override
    public String getMode() {
        return facts.get().mode;
    }

    @Override
    public long getUptimeMillis() {
        return facts.get().uptimeMillis();
    }

    @Override
    public long getSessionsCreated() {
        return standing().now.created;
    }

    @Override
    public long getSessionsClosed() {
        return standing().now.closed;
    }

    @Override
    public long getSessionsOpen() {
        return standing().now.open;
    }

    @Override
    public long getSessions() {
        return standing().now.balance.sessions;
    }

    @Override
    public Map<String, Long> getSessionsEnded() {
        return SiteCounts.names(standing().now.balance.ended);
    }

    @Override
    public long getSessionsNotUsedYet() {
        return standing().now.balance.notUsedYet;
    }

    @Override
    public long getSessionsAwaitingVerdict() {
        return standing().now.balance.awaitingVerdict;
    }

    @Override
    public long getSessionsNotJudged() {
        return standing().now.balance.notJudged;
    }

    @Override
    public Map<String, Long> getLeaksByVerdict() {
        return SiteCounts.names(standing().totals.leaks());
    }

    @Override
    public Map<String, Long> getLeaksByOwner() {
        Map<Owner, Long> counts = standing().totals.leaksByOwner();
        Map<String, Long> names = new LinkedHashMap<>();
        for (Owner owner : Owner.values()) {
            names.put(owner.json(), counts.getOrDefault(owner, 0L));
        }
        return names;
    }

    @Override
    public long getDefects() {
        return standing().totals.count(Severity.DEFECT);
    }

    @Override
    public long getNotices() {
        return standing().totals.count(Severity.NOTICE);
    }

    @Override
    public long getKnownBehaviours() {
        return standing().totals.knownFindings();
    }

    @Override
    public long getSuppressed() {
        return standing().totals.suppressed();
    }

    @Override
    public List<TopSite> getTopSites() {
        List<SiteCounts> found = SiteCounts.of(standing().sites);
        List<TopSite> top = new ArrayList<>();
        for (SiteCounts f : found.subList(0, Math.min(TOP, found.size()))) {
            String owner = f.site.owner().json();
            top.add(new TopSite(f.site.fingerprint(), f.site.frame(), owner, f.sum));
        }
        return top;
    }

    @Override
    public long getAgentErrors() {
        return facts.get().errors;
    }

    @Override
    public String getFirstAgentError() {
        return facts.get().firstError;
    }

    @Override
    public String dump() {
        return DumpText.of(facts.get(), source.get(), true);
    }

    @Override
    public void gc() {
        gc.run();
    }

    @Override
    public String setThreshold(String duration) {
        return threshold.apply(duration);
    }

    private static final class Looked {
        final TrackingState standing;
        final long nanos;

        Looked(TrackingState standing, long nanos) {
            this.standing = standing;
            this.nanos = nanos;
        }
    }
}
