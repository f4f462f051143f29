package io.github.tlsleak.agent.collect;

/** Receives findings. Called on the collector's thread, and at exit on the thread that ends. */
public interface FindingListener {

    /**
     * There is a finding, on a session or on many objects of a site; of the latter also news: see
     * {@link GroupFinding#phase}.
     *
     * @param finding the finding; its severity is notice or higher
     */
    void found(Finding finding);

    /**
     * What a live session was reported with is over: it was closed, or it moves again.
     *
     * @param finding the same finding as reported, with the time of this
     */
    void over(SessionFinding finding);

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
