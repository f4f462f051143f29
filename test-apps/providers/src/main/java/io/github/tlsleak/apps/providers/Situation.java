package io.github.tlsleak.apps.providers;

/**
 * One way in which a TLS session ends, played over any provider. What must come of it stands as
 * line comments above the class, by provider where they differ.
 */
public interface Situation {

    /**
     * Makes one session and brings it to its end, or drops it.
     *
     * @param stage the provider and the peer of this situation
     * @throws Exception if it did not go as intended
     */
    void play(Stage stage) throws Exception;
}
