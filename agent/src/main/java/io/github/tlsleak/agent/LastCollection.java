package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.collect.RemainingSessions;
import io.github.tlsleak.agent.process.MainClass;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.frames.TestRunners;
import io.github.tlsleak.common.options.Options;
import java.util.function.Supplier;

/**
 * Collects garbage when the JVM ends, where the option {@code gc.at.exit} asks for it: the JVM of a
 * test often ends before its first collection, and so before a leak is found. Thread-safe.
 */
final class LastCollection {

    /** How long it may take beside the collections themselves. */
    static final long LIMIT_MILLIS = 3_000;

    private static final String AUTO = "auto";

    private final Supplier<Options> options;
    private final Tracker tracker;
    private final Collector collector;

    /**
     * @param options in force
     * @param tracker knows the sessions that may have leaked
     * @param collector finds out
     */
    LastCollection(Supplier<Options> options, Tracker tracker, Collector collector) {
        this.options = options;
        this.tracker = tracker;
        this.collector = collector;
    }

    /** Whether there is anything to find, and the option asks for it. */
    boolean isWanted() {
        Options current = options.get();
        boolean asked =
                AUTO.equals(current.gcAtExit)
                        ? current.gcIntervalMillis > 0 || TestRunners.contains(MainClass.name())
                        : Boolean.parseBoolean(current.gcAtExit);
        return asked && new RemainingSessions(tracker, null).mayLeak();
    }

    /** Collects, and judges what that finds. */
    void perform() throws InterruptedException {
        collector.collect(LIMIT_MILLIS);
    }
}
