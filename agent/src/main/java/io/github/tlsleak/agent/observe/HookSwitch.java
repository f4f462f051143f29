package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.instrument.BootHooks;
import io.github.tlsleak.agent.track.Tracker;

/** Lets the events of hooks reach the agent, or keeps them out. Thread-safe. */
public final class HookSwitch {

    private final HookSink sink;
    private final Tracker tracker;
    private final Collector collector;
    private volatile boolean wasOn;

    /**
     * Events are kept out at first.
     *
     * @param sink where hooks arrive
     * @param tracker adopts sessions that are older than the hooks
     * @param collector forgets sessions whose events are kept out
     */
    public HookSwitch(HookSink sink, Tracker tracker, Collector collector) {
        this.sink = sink;
        this.tracker = tracker;
        this.collector = collector;
    }

    /**
     * Lets events in. A program that runs already must have all its hooks before: a close that only
     * half of the hooks see would look like a leak.
     *
     * @param late whether there may be sessions already: each is adopted at its next event
     */
    public void resume(boolean late) {
        if (late) {
            tracker.beginAdopting();
        }
        sink.receive();
        wasOn = true;
    }

    /** Keeps events out, and forgets all sessions: what happens to them is not seen. */
    public void pause() {
        collector.forget(HookSwitch::off);
    }

    /** Keeps events out, for good. */
    public static void off() {
        BootHooks.install(null);
    }

    /** Whether events have been let in since the start, now or earlier. */
    public boolean wasOn() {
        return wasOn;
    }
}
