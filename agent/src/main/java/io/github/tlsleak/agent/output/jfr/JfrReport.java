package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.LineLimit;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.labels.Labels;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits findings as events of the flight recorder, once somebody uses the recorder. Never
 * initialises the recorder itself: registering an event would load some 300 classes and take half a
 * second.
 *
 * <p>Thread-safe. Knows no type of {@code jdk.jfr}. Does nothing if that module is missing (JDK 8,
 * small images). Errors are handed on, never thrown.
 */
public final class JfrReport implements FindingListener {

    /** How many sites of open sessions are reported each time. */
    static final int MAX_SITES = 100;

    private final Supplier<@Nullable JfrSink> finder;
    private final Supplier<Snapshot> now;
    private final Labels labels;
    private final Consumer<Throwable> errors;
    private final LineLimit<Site> limit = new LineLimit<>();

    /** Guarded by this, as what follows: null until looked for. */
    private @Nullable JfrSink sink;

    private boolean registered;
    private boolean over;

    /**
     * Does not look at the flight recorder yet: the agent's thread does that later.
     *
     * @param now answers which sessions are open; called on threads of the flight recorder
     * @param labels of the process
     * @param errors receives errors
     */
    public JfrReport(Supplier<Snapshot> now, Labels labels, Consumer<Throwable> errors) {
        this(
                new Supplier<@Nullable JfrSink>() {
                    @Override
                    public @Nullable JfrSink get() {
                        return find();
                    }
                },
                now,
                labels,
                errors);
    }

    JfrReport(
            Supplier<@Nullable JfrSink> finder,
            Supplier<Snapshot> now,
            Labels labels,
            Consumer<Throwable> errors) {
        this.finder = finder;
        this.labels = labels;
        this.now = now;
        this.errors = errors;
    }

    /** The flight recorder of this JVM, or null if there is none. */
    private static @Nullable JfrSink find() {
        try {
            JfrSink found =
                    Class.forName("io.github.tlsleak.agent.output.jfr.JfrEvents")
                            .asSubclass(JfrSink.class)
                            .getDeclaredConstructor()
                            .newInstance();
            // the first call finds out whether jdk.jfr is there
            found.isInUse();
            return found;
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    @Override
    public void found(Finding finding) {
        commit(to -> write(to, finding));
    }

    private void write(JfrSink to, Finding finding) {
        // the class that is rehearsed comes first: no other one is loaded where memory is short
        if (!(finding instanceof SessionFinding)) {
            to.group((GroupFinding) finding);
        } else if (limit.allows(finding.site)) {
            to.leak((SessionFinding) finding);
        }
    }

    @Override
    public void over(SessionFinding finding) {}

    @Override
    public void tick() {
        commit(null);
    }

    /** Unregisters the events; nothing is committed after that. */
    public synchronized void close() {
        over = true;
        if (registered) {
            registered = false;
            unregister();
        }
    }

    /**
     * Hands an event to the flight recorder, if that is in use.
     *
     * @param event null to look only whether it is
     */
    private synchronized void commit(@Nullable Consumer<JfrSink> event) {
        try {
            JfrSink to = ready();
            if (to != null && event != null) {
                event.accept(to);
            }
        } catch (RuntimeException | LinkageError e) {
            over = true;
            registered = false;
            unregister();
            errors.accept(e);
        }
    }

    /** Where events go; null while nobody uses the flight recorder. */
    private @Nullable JfrSink ready() {
        if (registered || over) {
            return registered ? sink : null;
        }
        JfrSink found = sink;
        if (found == null) {
            found = finder.get();
            sink = found;
            over = found == null;
        }
        if (found != null && found.isInUse()) {
            found.register(this::open, labels);
            registered = true;
        }
        return registered ? found : null;
    }

    private void unregister() {
        if (sink == null) {
            return;
        }
        try {
            sink.unregister();
        } catch (RuntimeException | LinkageError e) {
            errors.accept(e);
        }
    }

    /** Takes no lock of this report, because the recorder holds its own lock during the call. */
    private List<Snapshot.OpenSite> open() {
        try {
            List<Snapshot.OpenSite> sites = now.get().openSites;
            return sites.subList(0, Math.min(MAX_SITES, sites.size()));
        } catch (RuntimeException | LinkageError e) {
            errors.accept(e);
            return Collections.emptyList();
        }
    }
}
