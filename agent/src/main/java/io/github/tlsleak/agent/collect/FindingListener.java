package io.github.tlsleak.agent.collect;

/** Receives findings. Called on the collector's thread, and at exit on the thread that ends. */
public interface FindingListener {

    /**
     * There is a finding, on a session or on the contexts of a site.
     *
     * @param finding the finding; its severity is notice or higher
     */
    void found(Finding finding);

    /**
     * A session was closed that had been reported as {@code OPEN}.
     *
     * @param finding the same finding as reported, with the time of the close
     */
    void reclosed(SessionFinding finding);

    /**
     * Loads all classes that reporting a finding needs, and reports nothing. A class whose first
     * loading fails for lack of memory cannot be used any more.
     *
     * @param finding an example
     */
    default void rehearse(SessionFinding finding) {}

    /** Called about every second, and after work. */
    void tick();
}
