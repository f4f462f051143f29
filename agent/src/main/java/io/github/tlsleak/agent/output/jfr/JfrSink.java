package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.track.ContextFinding;
import io.github.tlsleak.agent.track.SessionFinding;
import io.github.tlsleak.agent.track.Snapshot;
import java.util.List;
import java.util.function.Supplier;

/**
 * The flight recorder as {@link JfrReport} sees it: without a type of {@code jdk.jfr}, which JDK 8
 * and small run-time images lack. Called by one thread at a time.
 */
interface JfrSink {

    /** Whether anybody in this JVM uses the flight recorder. Does not bring it up. */
    boolean isInUse();

    /**
     * Registers the events.
     *
     * @param open asked on threads of the recorder; never throws
     */
    void register(Supplier<List<Snapshot.OpenSite>> open);

    /** Commits a {@code tlsleak.Leak}, if a recording wants it. */
    void leak(SessionFinding finding);

    /** Commits a {@code tlsleak.ContextChurn}, if a recording wants it. */
    void contexts(ContextFinding finding);

    /** Takes back what {@link #register} did, as far as it came. */
    void unregister();
}
