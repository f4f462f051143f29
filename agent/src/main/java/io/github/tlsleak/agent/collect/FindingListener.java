package io.github.tlsleak.agent.collect;

/** Hears what the collector finds. Called on the collector's thread, and once more at exit. */
public interface FindingListener {

    /**
     * A verdict of severity notice or more, on a session or on the contexts of a site.
     *
     * @param finding all that is known
     */
    void found(Finding finding);

    /**
     * A session told as {@code OPEN} was closed after all.
     *
     * @param finding what was told, with the time of the close
     */
    void reclosed(SessionFinding finding);

    /**
     * Makes what a finding would be told with, and tells nothing: what is loaded for the first time
     * as memory runs out is broken for good.
     *
     * @param finding a made-up one
     */
    default void rehearse(SessionFinding finding) {}

    /** Called about every second, and after work. */
    void tick();
}
