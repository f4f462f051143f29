package io.github.tlsleak.apps.soak;

/** What a thread plays again and again. Used by one thread. */
interface Actor {

    /**
     * Plays once.
     *
     * @return number of sessions in this program
     * @throws Exception if it did not go as intended
     */
    int play() throws Exception;

    /** Whether a library does it, which has time limits of its own. */
    default boolean isLibrary() {
        return false;
    }

    /** Forgets or closes what is left between two plays. Nobody plays meanwhile. */
    default void rest() throws Exception {
        // most leave nothing
    }

    /** The sessions that were forgotten have been judged. Nobody plays meanwhile. */
    default void settle() throws Exception {
        // most leave nothing
    }
}
