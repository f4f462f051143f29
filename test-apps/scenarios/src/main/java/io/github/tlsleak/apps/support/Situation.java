package io.github.tlsleak.apps.support;

/**
 * One way in which TLS sessions end. Line comments above the class that implements it say what the
 * agent must report and what the peer must have seen.
 *
 * @param <S> what the module's situations are given
 */
@FunctionalInterface
public interface Situation<S extends Stage> {

    /**
     * Makes sessions and ends or forgets them. After the call nothing holds the sessions that the
     * situation forgets.
     *
     * @param stage the peer, and other things that the situation needs
     * @throws Exception if it did not go as intended
     */
    void play(S stage) throws Exception;
}
