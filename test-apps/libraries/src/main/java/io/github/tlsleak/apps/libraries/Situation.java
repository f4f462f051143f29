package io.github.tlsleak.apps.libraries;

/** One way in which connections of a library end. */
@FunctionalInterface
public interface Situation {

    /**
     * Plays it and leaves nothing behind: what is to be closed is closed, and nothing is held.
     *
     * @param stage the other side
     * @throws Exception if it did not go as intended
     */
    void play(Stage stage) throws Exception;
}
