package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.site.Site;

/** Hears what the collector finds. Called on the collector's thread, and once more at exit. */
public interface FindingListener {

    /**
     * A verdict of severity notice or more.
     *
     * @param finding all that is known
     */
    void found(Finding finding);

    /**
     * A session told as {@code OPEN} was closed after all.
     *
     * @param finding what was told, with the time of the close
     */
    void reclosed(Finding finding);

    /**
     * Contexts of one site are too many.
     *
     * @param churn true for CONTEXT_CHURN, false for CONTEXT_HOARD
     * @param site where they are made
     * @param contexts how many were made
     * @param sessions how many sessions they had, -1 where not known
     * @param live how many are not collected
     */
    void contexts(boolean churn, Site site, long contexts, long sessions, long live);

    /**
     * Makes what a finding would be told with, and tells nothing: what is loaded for the first time
     * as memory runs out is broken for good.
     *
     * @param finding a made-up one
     */
    default void rehearse(Finding finding) {}

    /** Called about every second, and after work. */
    void tick();
}
