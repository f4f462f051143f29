package io.github.tlsleak.instrument;

/** Hears which classes are covered and which could not be. Thread-safe implementations only. */
public interface Coverage {

    /**
     * A class carries hooks now.
     *
     * @param className its binary name
     */
    void covered(String className);

    /**
     * A class could not be instrumented: what happens in it stays unseen.
     *
     * @param className its binary name
     * @param reason what stood in the way
     */
    void lost(String className, Throwable reason);
}
