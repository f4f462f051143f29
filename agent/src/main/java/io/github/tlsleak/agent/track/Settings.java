package io.github.tlsleak.agent.track;

/** What may change while the agent runs. Thread-safe. */
public final class Settings {

    /**
     * Whether objects that show an event and are not known are followed from there on: they are
     * older than the agent, or than its last pause.
     */
    public volatile boolean adopting;

    /** Frames kept of a stack; 0 for none. */
    public volatile int stackDepth = 64;

    /** One session in this many is followed; 1 for all. */
    public volatile int sample = 1;

    /** Idle milliseconds beyond which an open session is told; 0 for never. */
    public volatile long thresholdMillis;

    /** Milliseconds without a collection after which one is asked for; 0 for never. */
    public volatile long gcIntervalMillis;

    /** Contexts of one site that make a churn. */
    public volatile int contextChurn = 20;

    /** Live contexts of one site that make a hoard. */
    public volatile int contextLive = 100;
}
