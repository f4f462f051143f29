package io.github.tlsleak.apps.bugs;

/** What a user of a library did when its bug was found. */
public interface Attempt {

    /** Does it once; throws if it does not end the way that brings the bug about. */
    void make(Target target) throws Exception;

    /** Whether nothing holds the sessions afterwards. */
    default boolean forgets() {
        return true;
    }
}
