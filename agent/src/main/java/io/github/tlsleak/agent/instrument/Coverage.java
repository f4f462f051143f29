package io.github.tlsleak.agent.instrument;

/**
 * Hears which classes are covered and which could not be. Thread-safe implementations only; called
 * while the JVM loads classes: nothing may be loaded for the first time there.
 */
public interface Coverage {

    /**
     * A class carries hooks now.
     *
     * @param className its binary name
     */
    void covered(String className);

    /**
     * A class could not be instrumented: its instances are not followed.
     *
     * @param className its binary name
     * @param reason what stood in the way
     */
    void lost(String className, Throwable reason);

    /**
     * A class has hooks, but a method that should have got one is not there: what happens in it
     * stays unseen.
     *
     * @param className the class's binary name
     * @param method the method's
     */
    void missing(String className, String method);

    /**
     * A class that carried hooks has none any more: what happened since to sessions that are
     * followed may not have been seen. Makes nothing, for memory may be short.
     */
    void unhooked();

    /**
     * An error was kept from class loading. Makes nothing, for memory may be short.
     *
     * @param error what was thrown
     */
    void swallowed(Throwable error);
}
