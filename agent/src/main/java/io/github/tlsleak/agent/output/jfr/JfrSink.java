package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.common.labels.Labels;
import java.util.List;
import java.util.function.Supplier;

/**
 * The flight recorder as {@link JfrReport} sees it. Uses no type of {@code jdk.jfr}: JDK 8 and
 * small run-time images lack that module. Called by one thread at a time.
 */
interface JfrSink {

    /** Whether anybody in this JVM uses the flight recorder. Does not initialise it. */
    boolean isInUse();

    /**
     * Registers the events.
     *
     * @param open asked on threads of the recorder; never throws
     * @param labels of the process
     */
    void register(Supplier<List<Snapshot.OpenSite>> open, Labels labels);

    /** Commits a {@code tlsleak.Leak}, if a recording wants it. */
    void leak(SessionFinding finding);

    /**
     * Commits a {@code tlsleak.ContextChurn} or a {@code tlsleak.SessionGroup}, if a recording
     * wants it.
     */
    void group(GroupFinding finding);

    /** Undoes {@link #register}, even if that was not completed. */
    void unregister();
}
